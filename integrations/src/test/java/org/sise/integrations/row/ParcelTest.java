package org.sise.integrations.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.descriptor.FeedFormat.Common;

class ParcelTest {

    private static final FeedFormat CSV = new FeedFormat.Csv(UTF_8, ',');
    private static final FeedFormat XLSX = new FeedFormat.Xlsx(1, null);
    private static final FeedFormat JSON = new FeedFormat.Json(UTF_8, List.of(), Common.USUAL);

    @TempDir
    private Path folder;

    @Test
    void entriesOfAnArchiveAreReadAsOneFile() throws IOException {
        byte[] zip = zip(
                UTF_8, "说明.txt.pdf", "x", "1.csv", "甲,乙\n1,2\n3,4\n", "2.csv", "乙,甲\n6,5\n", "__MACOSX/._1.csv", "?");
        RowsOf read = RowsOf.bytes(folder, zip, CSV, "甲");
        assertThat(read.fault()).isNull();
        assertThat(read.rows())
                .extracting(Row::cells)
                .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
        assertThat(read.rows()).extracting(Row::index).containsExactly(0L, 1L, 2L);
        assertThat(read.rows()).extracting(Row::line).containsExactly(2, 3, 5);
    }

    @Test
    void anArchiveOfOtherColumnsIsRefusedWhereTheyBegin() throws IOException {
        RowsOf read = RowsOf.bytes(folder, zip(UTF_8, "1.csv", "甲,乙\n1,2\n", "2.csv", "甲,丙\n1,2\n"), CSV, "甲");
        assertThat(read.rows()).hasSize(1);
        assertThat(read.fault()).hasMessageContaining("2.csv has other columns");
    }

    @Test
    void entriesAreChosenByPatternAndNamesMayBeGbk() throws IOException {
        byte[] zip = zip(Charset.forName("GBK"), "数据/处罚1.dat", "甲\n1\n", "数据/处罚2.dat", "甲\n2\n", "其他.dat", "乙\n3\n");
        FeedFormat format =
                new FeedFormat.Csv(UTF_8, ',', true, 0, List.of(), new Common(Map.of(), Set.of(), "处罚?.dat", 1 << 20));
        assertThat(RowsOf.bytes(folder, zip, format, "甲").rows()).hasSize(2);
        assertThat(RowsOf.bytes(folder, zip, CSV, "甲").fault())
                .hasMessageContaining("no entry .csv, .tsv, .txt; it holds: 数据/处罚1.dat");
    }

    @Test
    void jsonAndWorkbooksComePackedToo() throws IOException {
        byte[] json = zip(UTF_8, "a.json", "[{\"a\":1,\"b\":2}]", "b.json", "[{\"c\":3,\"a\":4}]");
        RowsOf read = RowsOf.bytes(folder, json, JSON, "a");
        assertThat(read.cells()).containsExactly(Map.of("a", "1", "b", "2"), Map.of("a", "4", "c", "3"));
        assertThat(read.rows()).extracting(Row::line).containsExactly(1, 2);
        byte[] workbook = Files.readAllBytes(
                Samples.workbook(folder.resolve("w.xlsx"), List.of("a"), List.of(List.of("x"), List.of("y"))));
        long before = temporary();
        assertThat(RowsOf.bytes(folder, gzip(workbook), XLSX, "a").rows()).hasSize(2);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : List.of("1.xlsx", "2.xlsx")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(workbook);
            }
        }
        assertThat(RowsOf.bytes(folder, zip.toByteArray(), XLSX, "a").rows()).hasSize(4);
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void whatIsPackedTwiceOrInAnotherWayIsRefused() throws IOException {
        byte[] csv = "a\n1\n".getBytes(UTF_8);
        assertThat(RowsOf.bytes(folder, gzip(gzip(csv)), CSV, "a").fault()).hasMessageContaining("packed twice");
        assertThat(RowsOf.bytes(folder, gzip(zip(UTF_8, "a.csv", "a\n1\n")), CSV, "a")
                        .fault())
                .hasMessageContaining("packed twice");
        assertThat(RowsOf.bytes(folder, zip(UTF_8, "a.csv", "a\n1\n", "b.zip", "x"), CSV, "a")
                        .fault())
                .hasMessageContaining("packed twice b.zip");
        assertThat(RowsOf.bytes(folder, "Rar!\u001a\u0007".getBytes(UTF_8), CSV, "a")
                        .fault())
                .hasMessageContaining("pack it as zip or gzip");
        assertThat(RowsOf.bytes(folder, zip(UTF_8), CSV, "a").fault().reason()).isEqualTo(Reason.WRONG_FORMAT);
    }

    @Test
    void anEncryptedArchiveIsToldAsSuch() throws IOException {
        byte[] zip = zip(UTF_8, "a.csv", "a\n1\n");
        for (int i = 0; i + 4 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            } else if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            }
        }
        assertThat(RowsOf.bytes(folder, zip, CSV, "a").fault()).hasMessageContaining("encrypted");
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i * 7919L).append(',').append(i).append('\n');
        }
        byte[] zip = zip(UTF_8, "a.csv", text.toString());
        RowsOf cut = RowsOf.bytes(folder, Arrays.copyOf(zip, zip.length / 2), CSV, "a");
        assertThat(cut.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
        assertThat(cut.rows()).isEmpty();
        byte[] wrongSum = zip.clone();
        int directory = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        wrongSum[directory + 16] ^= 0x55;
        RowsOf read = RowsOf.bytes(folder, wrongSum, CSV, "a");
        assertThat(read.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
        assertThat(read.fault()).hasMessageContaining("check sum");
    }

    @Test
    void aZipBombIsRefusedAsSoonAsItShows() throws IOException {
        byte[] line = new byte[(int) UnpackLimit.FLOOR + (1 << 20)];
        Arrays.fill(line, (byte) ' ');
        line[0] = 'a';
        line[1] = '\n';
        assertThat(gzip(line)).hasSizeLessThan(1 << 20);
        assertThat(RowsOf.bytes(folder, gzip(line), CSV, "a").fault().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(RowsOf.bytes(folder, zip(UTF_8, "a.csv", new String(line, UTF_8)), CSV, "a")
                        .fault())
                .hasMessageContaining("as a zip bomb does");
    }

    @Test
    void theFeedSaysHowMuchAFileMayUnpackTo() throws IOException {
        FeedFormat format =
                new FeedFormat.Csv(UTF_8, ',', true, 0, List.of(), new Common(Map.of(), Set.of(), null, 1 << 20));
        byte[] text = ("a\n" + "1\n".repeat(600_000)).getBytes(UTF_8);
        RowsOf read = RowsOf.bytes(folder, gzip(text), format, "a");
        assertThat(read.rows()).isNotEmpty();
        assertThat(read.fault()).hasMessageContaining("more than 1 MiB: if that is right, set unpacked-mib");
        assertThat(RowsOf.bytes(folder, text, format, "a").fault()).isNull();
    }

    private static long temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("sise-part-"))
                    .count();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Charset names, String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
