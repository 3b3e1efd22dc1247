package org.sise.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void quotedFieldsKeepCommasQuotesAndLines() {
        CsvTable table = CsvTable.parse("\uFEFFa,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n,3");

        assertThat(table.columns()).isEqualTo(List.of("a", "b"));
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().get("a")).isEqualTo("x, \"y\"");
        assertThat(table.rows().getFirst().get("b")).isEqualTo("one\r\ntwo");
        assertThat(table.rows().getLast().optional("a")).isNull();
        assertThat(table.rows().getLast().get("b")).isEqualTo("3");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTable.parse("a,b\n1,2\n1,2,3\n"))
                .withMessage("record 3 has 3 fields, not 2");
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTable.parse("a\n\"1"))
                .withMessageContaining("stays open");
    }

    @Test
    void anEmptyTextIsNoTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvTable.parse(""));
    }

    @Test
    void aMissingValueAColumnOrAResourceIsNamed() {
        CsvTable.Row row = CsvTable.parse("a,b\n,2\n").rows().getFirst();

        assertThatIllegalArgumentException().isThrownBy(() -> row.get("a")).withMessageContaining("no a in");
        assertThatIllegalArgumentException().isThrownBy(() -> row.optional("c")).withMessageContaining("no column c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTable.ofResource(CsvTable.class, "rules/none.csv"))
                .withMessageContaining("rules/none.csv");
    }
}
