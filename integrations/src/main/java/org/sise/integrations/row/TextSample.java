package org.sise.integrations.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The beginning of a text file, looked at before its rows are read: is it text, and in the encoding that was said? */
final class TextSample {

    /** How much is looked at, in bytes. */
    static final int SIZE = 64 * 1024;

    private static final int ROWS = 20;
    private static final int FEW = 8;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextSample() {}

    /**
     * Looks at the beginning of a stream that can be reset, and skips a byte order mark.
     *
     * @param tabular whether its lines are rows and its first line names the columns
     * @throws FileFault when it is empty, no text, or in another encoding
     */
    static void check(InputStream in, Charset charset, boolean tabular) throws FileFault, IOException {
        in.mark(SIZE);
        byte[] sample = in.readNBytes(SIZE);
        in.reset();
        if (sample.length == 0) {
            throw new FileFault(Reason.EMPTY_FILE, "文件为0字节, 请重新发送", "the file has 0 bytes, send it again");
        }
        if (starts(sample, 'P', 'K', 3, 4) || starts(sample, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "这是Excel或压缩文件, 应为文本文件",
                    "this is a workbook or an archive, delimited text is needed");
        }
        if (starts(sample, 0xFF, 0xFE) || starts(sample, 0xFE, 0xFF)) {
            throw new FileFault(Reason.WRONG_CHARSET, "文件为UTF-16编码, 请转为UTF-8", "it is in UTF-16: convert it to UTF-8");
        }
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        if (starts(sample, BOM[0] & 0xFF, BOM[1] & 0xFF, BOM[2] & 0xFF)) {
            if (!utf8) {
                throw wrong(charset, "UTF-8");
            }
            in.skipNBytes(BOM.length);
            sample = Arrays.copyOfRange(sample, BOM.length, sample.length);
        }
        if (!utf8 && multiByteIfUtf8(sample) >= FEW) {
            throw wrong(charset, "UTF-8");
        }
        if (tabular ? mostlyMarked(sample, charset) : mostlyMarks(sample, charset)) {
            throw wrong(charset, guess(sample));
        }
    }

    private static boolean mostlyMarks(byte[] sample, Charset charset) throws IOException {
        String text = decoded(sample, charset);
        int foreign = 0;
        int marks = 0;
        // the last characters may be cut
        for (int i = 0; i < text.length() - FEW; i++) {
            foreign += text.charAt(i) > 0x7F ? 1 : 0;
            marks += MarkingReader.isMark(text.charAt(i)) ? 1 : 0;
        }
        return marks * 2 > foreign;
    }

    private static String decoded(byte[] sample, Charset charset) throws IOException {
        char[] chars = new char[sample.length + 1];
        int length = 0;
        try (MarkingReader reader = new MarkingReader(new ByteArrayInputStream(sample), charset)) {
            for (int n = reader.read(chars, 0, chars.length);
                    n > 0;
                    n = reader.read(chars, length, chars.length - length)) {
                length += n;
            }
        }
        return new String(chars, 0, length);
    }

    private static boolean mostlyMarked(byte[] sample, Charset charset) throws IOException {
        String[] lines = decoded(sample, charset).split("\\R", -1);
        int whole = sample.length < SIZE || lines.length == 1 ? lines.length : lines.length - 1;
        int foreign = 0;
        int marked = 0;
        for (int i = 0; i < whole && foreign < ROWS; i++) {
            boolean mark = MarkingReader.isMarked(lines[i]);
            if (i == 0 && mark) {
                return true;
            }
            if (lines[i].chars().anyMatch(c -> c > 0x7F)) {
                foreign++;
                marked += mark ? 1 : 0;
            }
        }
        return marked * 2 > foreign;
    }

    private static @Nullable String guess(byte[] sample) {
        if (decodes(sample, StandardCharsets.UTF_8)) {
            return "UTF-8";
        }
        for (String name : new String[] {"GBK", "GB18030"}) {
            if (decodes(sample, Charset.forName(name))) {
                return name;
            }
        }
        return null;
    }

    private static boolean decodes(byte[] sample, Charset charset) {
        return !charset.newDecoder()
                .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), false)
                .isError();
    }

    /** How many characters beyond ASCII there are when the sample is UTF-8 throughout, else 0. */
    private static int multiByteIfUtf8(byte[] sample) {
        if (!decodes(sample, StandardCharsets.UTF_8)) {
            return 0;
        }
        int count = 0;
        for (byte b : sample) {
            count += (b & 0xC0) == 0xC0 ? 1 : 0;
        }
        return count;
    }

    private static FileFault wrong(Charset charset, @Nullable String guess) {
        String declared = charset.name();
        return guess == null
                ? new FileFault(
                        Reason.WRONG_CHARSET,
                        "不是%s编码; 请确认文件的编码".formatted(declared),
                        "not %s: find out the file's encoding".formatted(declared))
                : new FileFault(
                        Reason.WRONG_CHARSET,
                        "不是%s编码, 内容为%s; 请在来源配置中设 charset: %s".formatted(declared, guess, guess),
                        "not %s; it reads as %s: set charset: %s".formatted(declared, guess, guess));
    }

    private static boolean starts(byte[] sample, int... bytes) {
        if (sample.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((sample[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
