package org.sise.integrations.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.Columns;
import org.sise.integrations.descriptor.FeedFormat;

class RowSourceTest {

    private static final FeedFormat.Csv CSV = new FeedFormat.Csv(UTF_8, ',');
    private static final FeedFormat.Csv GBK = new FeedFormat.Csv(Charset.forName("GBK"), ',');
    private static final FeedFormat.Xlsx XLSX = new FeedFormat.Xlsx(1, null);

    @TempDir
    private Path folder;

    @Test
    void rowsKeepTheLinesOfTheFileWhateverEndsThem() throws Exception {
        List<Row> rows = rows("甲,乙\r\n1,2\n\n\"a\nb\",\"x\"\"y\"\r3 , 4\r\n", CSV);
        assertThat(rows).extracting(Row::line).containsExactly(2, 4, 6);
        assertThat(rows).extracting(Row::index).containsExactly(0L, 1L, 2L);
        assertThat(rows)
                .extracting(Row::cells)
                .containsExactly(List.of("1", "2"), List.of("a\nb", "x\"y"), List.of("3", "4"));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws Exception {
        Path file = write("\uFEFF甲,乙\n1,2\n".getBytes(UTF_8));
        try (RowSource source = RowSource.open(file, CSV, Set.of("甲"))) {
            assertThat(source.header().place("甲")).isZero();
        }
        assertThat(fault(file, GBK, "甲")).hasMessageContaining("set charset: UTF-8");
    }

    @Test
    void gzippedTextIsReadAsText() throws Exception {
        byte[] zipped = gzip("甲,乙\n" + "1,2\n".repeat(100_000));
        try (RowSource source = RowSource.open(write(zipped), CSV, Set.of("甲"))) {
            assertThat(all(source)).hasSize(100_000);
            assertThat(source.position()).isEqualTo(zipped.length);
        }
    }

    @Test
    void aGzipFileThatIsCutOffGivesItsRowsAndThenTheFault() throws Exception {
        StringBuilder text = new StringBuilder("甲,乙\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i * 7919L).append(',').append(i).append('\n');
        }
        byte[] zipped = gzip(text.toString());
        try (RowSource source = RowSource.open(write(Arrays.copyOf(zipped, zipped.length / 2)), CSV, Set.of("甲"))) {
            List<Row> rows = new ArrayList<>();
            FileFault fault = catchThrowableOfType(FileFault.class, () -> {
                for (Row row = source.next(); row != null; row = source.next()) {
                    rows.add(row);
                }
            });
            assertThat(fault.reason()).isEqualTo(Reason.DAMAGED_FILE);
            assertThat(rows).hasSizeGreaterThan(1_000);
        }
    }

    @Test
    void gbkDeclaredAsUtf8IsSeenAndNamedAndSoIsTheReverse() throws Exception {
        String text = "CF_XDR_MC,CF_WSH\n" + "沈阳市某某商贸有限公司,沈市监处罚〔2026〕1号\n".repeat(3);
        FileFault gbk = fault(write(text.getBytes(Samples.GBK)), CSV, "CF_WSH");
        assertThat(gbk.reason()).isEqualTo(Reason.WRONG_CHARSET);
        assertThat(gbk).hasMessageContaining("not UTF-8; it reads as GBK: set charset: GBK");
        assertThat(fault(write(text.getBytes(UTF_8)), GBK, "CF_WSH")).hasMessageContaining("it reads as UTF-8");
    }

    @Test
    void aRowWithWrongBytesIsFaultyWholeAndItsBytesCanBeHadBack() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("名称,号\n沈阳一,1\n大".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xE5, (byte) 0xFF});
        bytes.writeBytes("连,2\n抚顺三,3\n".getBytes(UTF_8));
        try (RowSource source = RowSource.open(write(bytes.toByteArray()), CSV, Set.of("名称"))) {
            List<Row> rows = all(source);
            assertThat(rows).extracting(row -> row.fault() == null).containsExactly(true, false, true);
            assertThat(rows.get(1).fault().reason()).isEqualTo("undecodable");
            assertThat(RawBytes.of(String.join(",", rows.get(1).cells()), UTF_8))
                    .isEqualTo(new byte[] {
                        (byte) 0xE5,
                        (byte) 0xA4,
                        (byte) 0xA7,
                        (byte) 0xE5,
                        (byte) 0xFF,
                        (byte) 0xE8,
                        (byte) 0xBF,
                        (byte) 0x9E,
                        ',',
                        '2'
                    });
        }
    }

    @Test
    void tooManyAndTooFewCellsAreFaultsOfTheRow() throws Exception {
        List<Row> rows = rows("a,b\n1,2\n1,2,3\n1\n1,2,,\n", CSV);
        assertThat(rows)
                .extracting(row -> row.fault() == null ? "" : row.fault().reason())
                .containsExactly("", "cell-count", "cell-count", "");
        assertThat(rows.get(1).text()).isEqualTo("1,2,3");
    }

    @Test
    void anUnclosedQuoteCostsOneRowOnly() throws Exception {
        List<Row> rows = rows("a,b\n1,\"open\n2,two\n3,three\n", CSV);
        assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4);
        assertThat(rows.get(0).fault().reason()).isEqualTo("unclosed-quote");
        assertThat(rows.get(1).cells()).containsExactly("2", "two");
        assertThat(rows.get(2).cells()).containsExactly("3", "three");
    }

    @Test
    void anUnclosedQuoteThatMeetsALaterOneCostsOneRowOnly() throws Exception {
        List<Row> rows = rows("a,b\n1,\"open\n2,two\n3,\"three\"\n4,\"x\",\n5,five\n", CSV);
        assertThat(rows)
                .extracting(row -> row.fault() == null ? "" : row.fault().reason())
                .containsExactly("bad-quote", "", "", "", "");
        assertThat(rows("a,b\n1,\"open\n2,two\",x,y\n3,three\n", CSV))
                .extracting(row -> row.fault() == null ? "" : row.fault().reason())
                .containsExactly("unclosed-quote", "cell-count", "");
    }

    @Test
    void anEndlessLineIsBounded() throws Exception {
        List<Row> rows = rows("a,b\n1,2\n" + "x".repeat(3 * Lines.LONGEST) + "\n3,4\n", CSV);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).fault().reason()).isEqualTo("too-long");
        assertThat(rows.get(1).text()).hasSize(Lines.LONGEST);
        assertThat(rows.get(2).line()).isEqualTo(4);
    }

    @Test
    void filesThatAreNoneAreToldApart() throws Exception {
        assertThat(fault(write(new byte[0]), CSV, "a").reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(fault(write("\n\n".getBytes(UTF_8)), CSV, "a").reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(rows("a,b\n", CSV)).isEmpty();
        assertThat(fault(write("b\n1\n".getBytes(UTF_8)), CSV, "a"))
                .hasMessageContaining("column a is missing; columns found: b");
        assertThat(fault(write("a,a\n1,2\n".getBytes(UTF_8)), CSV, "a").reason())
                .isEqualTo(Reason.DUPLICATE_COLUMN);
        Path workbook = Samples.workbook(folder.resolve("w.xlsx"), List.of("a"), List.of());
        assertThat(fault(workbook, CSV, "a").reason()).isEqualTo(Reason.WRONG_FORMAT);
        assertThat(fault(write("a,b\n".getBytes(UTF_8)), XLSX, "a").reason()).isEqualTo(Reason.WRONG_FORMAT);
        assertThat(fault(write(new byte[0]), XLSX, "a").reason()).isEqualTo(Reason.EMPTY_FILE);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("no workbook".getBytes(UTF_8));
        }
        assertThat(fault(write(zip.toByteArray()), XLSX, "a").reason()).isEqualTo(Reason.DAMAGED_FILE);
        byte[] whole = Files.readAllBytes(workbook);
        assertThat(fault(write(Arrays.copyOf(whole, whole.length / 2)), XLSX, "a"))
                .hasMessageContaining("cut off");
    }

    @Test
    void cellsOfAWorkbookBecomeTexts() throws Exception {
        Path file = Samples.workbook(
                folder.resolve("cells.xlsx"),
                List.of("date", "number", "text", "empty"),
                List.of(
                        List.of(LocalDate.of(2026, 3, 5), 12.5, " 文字 ", ""),
                        List.of("", "", "", ""),
                        List.of(LocalDate.of(1980, 1, 1), 100000, "x")));
        try (RowSource source = RowSource.open(file, XLSX, Set.of("date"))) {
            List<Row> rows = all(source);
            assertThat(rows).extracting(Row::line).containsExactly(2, 4);
            assertThat(rows)
                    .extracting(Row::cells)
                    .containsExactly(List.of("2026-03-05", "12.5", "文字", ""), List.of("1980-01-01", "100000", "x", ""));
        }
    }

    @Test
    void aFileWithoutNamesTakesThemFromTheFeed() throws Exception {
        FeedFormat format =
                new FeedFormat.Csv(UTF_8, ',', true, 0, List.of("id", "score", "date"), FeedFormat.Common.USUAL);
        List<Row> rows = rows("37108,98,20100503\n71307,,20100503\n", format);
        assertThat(rows).extracting(Row::line).containsExactly(1, 2);
        assertThat(rows.get(1).cells()).containsExactly("71307", "", "20100503");
    }

    @Test
    void linesBeforeTheNamesAreSkipped() throws Exception {
        FeedFormat csv = new FeedFormat.Csv(UTF_8, ',', true, 2, List.of(), FeedFormat.Common.USUAL);
        assertThat(rows("某局2026年3月数据\n\na,b\n1,2\n", csv)).extracting(Row::line).containsExactly(4);
        Path file = Samples.workbook(
                folder.resolve("title.xlsx"),
                List.of("某局2026年3月数据"),
                List.of(List.of("", ""), List.of("a", "b"), List.of("1", "2")));
        FeedFormat xlsx = new FeedFormat.Xlsx(1, null, 1, List.of(), FeedFormat.Common.USUAL);
        try (RowSource source = RowSource.open(file, xlsx, Set.of("a"))) {
            assertThat(all(source)).extracting(Row::line).containsExactly(4);
        }
    }

    @Test
    void strayQuotesAreTextWhereCellsAreNotQuoted() throws Exception {
        FeedFormat format = new FeedFormat.Csv(UTF_8, '\t', false, 0, List.of(), FeedFormat.Common.USUAL);
        List<Row> rows = rows("a\tb\n\"x\ty\" z\n\"\"\t1\n", format);
        assertThat(rows).extracting(Row::cells).containsExactly(List.of("\"x", "y\" z"), List.of("\"\"", "1"));
    }

    @Test
    void columnsGoByNamesThatOnlyLookDifferentAndByTheirAliases() throws Exception {
        FeedFormat format = new FeedFormat.Csv(
                UTF_8,
                ',',
                true,
                0,
                List.of(),
                new FeedFormat.Common(Map.of("CF_XDR_SHXYM", List.of("统一社会信用代码", "行政相对人代码")), Set.of(), null, 1 << 20));
        Set<String> needed = Set.of("CF_XDR_SHXYM", "注册资本(万元)", "CF_WSH");
        try (RowSource source =
                RowSource.open(write("cf_wsh,注册资本（万元）,\u200B行政相对人代码 ,x\n1,2,3,4\n".getBytes(UTF_8)), format, needed)) {
            assertThat(source.header().names()).containsExactly("CF_WSH", "注册资本(万元)", "CF_XDR_SHXYM", "x");
        }
        try (RowSource source =
                RowSource.open(write("行政相对人代码,统一社会信用代码,CF_WSH,注册资本(万元)\n".getBytes(UTF_8)), format, needed)) {
            assertThat(source.header().names()).startsWith("行政相对人代码", "CF_XDR_SHXYM");
        }
        FileFault twice = catchThrowableOfType(
                FileFault.class,
                () -> RowSource.open(write("cf_wsh,CF_WSH ,CF_WSH\n".getBytes(UTF_8)), format, Set.of("CF_WSH")));
        assertThat(twice.reason()).isEqualTo(Reason.DUPLICATE_COLUMN);
    }

    @Test
    void ofAlternativesOneColumnIsEnough() throws Exception {
        Columns columns = new Columns(Set.of("a"), List.of(Set.of("新")), Set.of("旧"), Set.of());
        try (RowSource source = RowSource.open(write("a,新\n1,2\n".getBytes(UTF_8)), CSV, columns)) {
            assertThat(source.header().place("旧")).isEqualTo(-1);
        }
        FileFault fault = catchThrowableOfType(
                FileFault.class, () -> RowSource.open(write("a,旧\n1,2\n".getBytes(UTF_8)), CSV, columns));
        assertThat(fault).hasMessageContaining("column 新 is missing");
    }

    private List<Row> rows(String text, FeedFormat format) throws Exception {
        try (RowSource source = RowSource.open(write(text.getBytes(UTF_8)), format, Set.of())) {
            return all(source);
        }
    }

    private static List<Row> all(RowSource source) throws FileFault, IOException {
        List<Row> rows = new ArrayList<>();
        for (Row row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static FileFault fault(Path file, FeedFormat format, String needed) {
        return catchThrowableOfType(
                FileFault.class,
                () -> RowSource.open(file, format, Set.of(needed)).close());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "rows", ""), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
