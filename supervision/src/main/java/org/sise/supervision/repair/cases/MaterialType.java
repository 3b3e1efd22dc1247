package org.sise.supervision.repair.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The kinds of files that are taken as materials, told by their content. */
public enum MaterialType {
    /** Portable Document Format. */
    PDF("application/pdf", List.of("pdf")),
    /** Portable Network Graphics. */
    PNG("image/png", List.of("png")),
    /** JPEG. */
    JPEG("image/jpeg", List.of("jpg", "jpeg")),
    /** Open Fixed-layout Document (GB/T 33190). */
    OFD("application/ofd", List.of("ofd")),
    /** Word document (ISO/IEC 29500). */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"));

    private static final byte[] PNG_SIGN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LONGEST_SIGN = 8;

    private final String media;
    private final List<String> extensions;

    MaterialType(String media, List<String> extensions) {
        this.media = media;
        this.extensions = extensions;
    }

    /** Its media type. */
    public String media() {
        return media;
    }

    /** Whether a file's name promises this type. */
    boolean isPromisedBy(String name) {
        return extensions.contains(extension(name));
    }

    /** The extensions of all types. */
    static String all() {
        return Arrays.stream(values()).flatMap(type -> type.extensions.stream()).collect(Collectors.joining(", "));
    }

    /** What a file is, or null where it is none of them. */
    static @Nullable MaterialType of(Path file) throws IOException {
        byte[] sign;
        try (InputStream in = Files.newInputStream(file)) {
            sign = in.readNBytes(LONGEST_SIGN);
        }
        if (begins(sign, new byte[] {'%', 'P', 'D', 'F', '-'})) {
            return PDF;
        }
        if (begins(sign, PNG_SIGN)) {
            return PNG;
        }
        if (begins(sign, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return JPEG;
        }
        return begins(sign, new byte[] {'P', 'K', 3, 4}) ? packed(file) : null;
    }

    private static @Nullable MaterialType packed(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return OFD;
            }
            return zip.getEntry("word/document.xml") == null ? null : DOCX;
        } catch (ZipException e) {
            return null;
        }
    }

    private static boolean begins(byte[] bytes, byte[] sign) {
        return bytes.length >= sign.length && Arrays.equals(bytes, 0, sign.length, sign, 0, sign.length);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
