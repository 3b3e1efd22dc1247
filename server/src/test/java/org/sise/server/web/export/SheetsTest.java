package org.sise.server.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetsTest {

    @Test
    void csv_quotes_what_needs_it_and_leaves_numbers_alone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out, List.of("名称", "金额"))) {
            sheet.row(Arrays.asList("甲,\"乙\"", new BigDecimal("-1E+3")));
            sheet.row(Arrays.asList(null, LocalDate.of(2026, 11, 22)));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF名称,金额\r\n\"甲,\"\"乙\"\"\",-1000\r\n,2026-11-22\r\n");
    }

    @Property
    void no_text_of_a_csv_begins_like_a_formula(@ForAll String text) {
        String guarded = CsvSheet.guarded(text).stripLeading();
        if (!guarded.isEmpty()) {
            assertThat("=+-@＝＋－＠").doesNotContain(guarded.substring(0, 1));
        }
        assertThat(CsvSheet.guarded(text)).endsWith(text);
    }

    @Test
    void a_workbook_holds_texts_numbers_and_days() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxSheet sheet = new XlsxSheet(out, "企业", List.of("名称", "得分", "日期"))) {
            sheet.row(Arrays.asList("=1+1", new BigDecimal("12.5"), LocalDate.of(2026, 11, 22)));
            sheet.row(Arrays.asList("有\u0000空字符", null, null));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCellAsString(0)).hasValue("=1+1");
            assertThat(rows.get(1).getCell(0).getFormula()).isNull();
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("12.5");
            assertThat(rows.get(1).getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo("2026-11-22");
            assertThat(rows.get(2).getCellAsString(0)).hasValue("有 空字符");
        }
    }
}
