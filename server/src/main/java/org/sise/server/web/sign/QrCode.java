package org.sise.server.web.sign;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a QR code (ISO/IEC 18004), with the quiet zone of four modules that the standard asks for. */
public final class QrCode {

    private static final int QUIET = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** For a phone's screen, which is clean: 15 per cent of the code may be unreadable. */
    public static QrCode forScreen(String text) {
        return new QrCode(encode(text, ErrorCorrectionLevel.M));
    }

    /** For print, which gets dirty: 25 per cent may be unreadable. */
    public static QrCode forPrint(String text) {
        return new QrCode(encode(text, ErrorCorrectionLevel.Q));
    }

    /** How many modules a side has, the quiet zone with it. */
    public int side() {
        return modules.getWidth();
    }

    /** Whether a module is dark. */
    public boolean isDark(int x, int y) {
        return modules.get(x, y);
    }

    /** As PNG, at least so many pixels wide. */
    public byte[] png(int pixels) {
        int scale = Math.max(1, (pixels + side() - 1) / side());
        BufferedImage image = new BufferedImage(side() * scale, side() * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, isDark(x / scale, y / scale) ? 0xff000000 : 0xffffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As PNG in an address that a page can show without asking for it. */
    public String dataAddress(int pixels) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(pixels));
    }

    /** As SVG, a module a unit. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < side(); y++) {
            for (int x = 0; x < side(); x++) {
                if (isDark(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <rect width="100%%" height="100%%" fill="#fff"/><path d="%s"/></svg>
                """.formatted(side(), side(), path);
    }

    private static BitMatrix encode(String text, ErrorCorrectionLevel level) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, level, EncodeHintType.MARGIN, QUIET));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
