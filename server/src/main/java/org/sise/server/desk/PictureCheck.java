package org.sise.server.desk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.BadParameterException;
import org.springframework.util.unit.DataSize;

/** Takes pictures by what they are, not by what their names say. */
public final class PictureCheck {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP = {'W', 'E', 'B', 'P'};

    private PictureCheck() {}

    /**
     * The media type of a picture: JPEG, PNG or WebP.
     *
     * @throws BadParameterException that names the field when it is none of them, empty or too large
     */
    public static String typeOf(String field, byte[] content, DataSize most) {
        if (content.length > most.toBytes()) {
            throw new BadParameterException(
                    field,
                    "照片过大，最多 %d MB / the picture is too large, at most %d MB"
                            .formatted(most.toMegabytes(), most.toMegabytes()));
        }
        String type = type(content);
        if (type == null) {
            throw new BadParameterException(field, "只接受 JPEG、PNG、WebP 图片 / only JPEG, PNG and WebP are taken");
        }
        return type;
    }

    private static @Nullable String type(byte[] content) {
        if (startsWith(content, 0, JPEG)) {
            return "image/jpeg";
        }
        if (startsWith(content, 0, PNG)) {
            return "image/png";
        }
        return startsWith(content, 0, RIFF) && startsWith(content, 8, WEBP) ? "image/webp" : null;
    }

    private static boolean startsWith(byte[] content, int at, byte[] start) {
        return content.length >= at + start.length
                && Arrays.equals(content, at, at + start.length, start, 0, start.length);
    }
}
