package org.sise.supervision.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.sise.supervision.stratum.Selection;

class ListFilesTest {

    private static final ListRow PLAIN = new ListRow(
            1,
            "91210100625276015Q",
            "某某,餐饮\"有限\"公司",
            "红",
            "6210 餐饮业",
            "和平区",
            "中山路1号\n二楼",
            List.of("张三（LN0001）", "李四（LN0002）"),
            List.of("CI034 食品经营（食品安全法 第110条）"),
            Selection.WORST);
    private static final ListRow FORMULAS = new ListRow(
            2,
            "91210100974650757G",
            "=HYPERLINK(\"http://x\")",
            "蓝",
            "-1",
            "+1",
            " @SUM(A1)",
            List.of(),
            List.of("CI001"),
            Selection.RANDOM_SHARE);

    @Test
    void theCsvBeginsWithAByteOrderMarkAndReadsBackAsWritten() throws IOException {
        byte[] bytes = csv(PLAIN);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        List<List<String>> rows = read(bytes);
        assertThat(rows.get(0))
                .containsExactly("序号", "统一社会信用代码", "企业名称", "等级", "行业", "区划", "住所", "检查人员及证号", "检查事项及依据", "产生方式");
        assertThat(rows.get(1))
                .containsExactly(
                        "1",
                        "91210100625276015Q",
                        "某某,餐饮\"有限\"公司",
                        "红",
                        "6210 餐饮业",
                        "和平区",
                        "中山路1号\n二楼",
                        "张三（LN0001）；李四（LN0002）",
                        "CI034 食品经营（食品安全法 第110条）",
                        "差者优先");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).endsWith("\r\n");
    }

    @Test
    void noCellOfTheCsvBeginsAFormula() throws IOException {
        assertThat(read(csv(FORMULAS)).get(1))
                .containsExactly(
                        "2",
                        "91210100974650757G",
                        "'=HYPERLINK(\"http://x\")",
                        "蓝",
                        "'-1",
                        "'+1",
                        "' @SUM(A1)",
                        "未派员",
                        "CI001",
                        "随机");
    }

    @Test
    void theXlsxReadsBackAsWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ListXlsx xlsx = new ListXlsx(out)) {
            xlsx.write(PLAIN);
            xlsx.write(FORMULAS);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = workbook.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("检查名单");
            List<Row> rows = sheet.read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).getCellText(1)).isEqualTo("统一社会信用代码");
            assertThat(rows.get(1).getCellAsNumber(0))
                    .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("1"));
            assertThat(rows.get(1).getCellText(2)).isEqualTo("某某,餐饮\"有限\"公司");
            assertThat(rows.get(1).getCellText(7)).isEqualTo("张三（LN0001）；李四（LN0002）");
            assertThat(rows.get(2).getCellText(2)).isEqualTo("'=HYPERLINK(\"http://x\")");
        }
    }

    private static byte[] csv(ListRow row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ListCsv csv = new ListCsv(out)) {
            csv.write(row);
        }
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] bytes) throws IOException {
        String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            return parser.stream().map(row -> row.toList()).toList();
        }
    }
}
