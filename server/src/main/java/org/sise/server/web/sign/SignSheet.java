package org.sise.server.web.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** A business's sign as a sheet of A4 to print and hang at the door. */
final class SignSheet {

    private static final float SIDE = 300;
    private static final float TOP = 640;

    private SignSheet() {}

    /**
     * What the sheet says.
     *
     * @param title its heading
     * @param name the business's name
     * @param code the business's credit code
     * @param lines what the sign is for, whom to call
     * @param sign the sign's text, printed beneath the picture for typing
     */
    record Content(String title, String name, String code, List<String> lines, String sign) {}

    static byte[] pdf(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 60, 60, 70, 50);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.addTitle(content.title() + " " + content.name());
        document.open();
        BaseFont font = font();
        document.add(centred(content.title(), font, 30, 6));
        document.add(centred(content.name(), font, 22, 4));
        document.add(centred(content.code(), font, 15, 0));
        draw(QrCode.forPrint(content.sign()), writer.getDirectContent(), (PageSize.A4.getWidth() - SIDE) / 2);
        Paragraph gap = new Paragraph(" ", new Font(font, 12));
        gap.setSpacingAfter(SIDE + 18);
        document.add(gap);
        document.add(centred(content.sign(), font, 10, 16));
        for (String line : content.lines()) {
            document.add(centred(line, font, 14, 8));
        }
        document.close();
        return out.toByteArray();
    }

    private static Paragraph centred(String text, BaseFont font, float size, float after) {
        Paragraph paragraph = new Paragraph(size * 1.5f, text, new Font(font, size));
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static void draw(QrCode code, PdfContentByte page, float left) {
        float module = SIDE / code.side();
        page.saveState();
        for (int y = 0; y < code.side(); y++) {
            for (int x = 0; x < code.side(); x++) {
                if (code.isDark(x, y)) {
                    page.rectangle(left + x * module, TOP - (y + 1) * module, module, module);
                }
            }
        }
        page.fill();
        page.restoreState();
    }

    /** The Chinese font that every PDF reader brings; it is named, not embedded. */
    private static BaseFont font() {
        try {
            return BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
