package org.sise.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.evaluate.Outcome;
import org.sise.scoring.read.BuiltIn;

class OutcomesReaderTest {
    private static final String RECORDS = "party,kind,date\nA,penalty,2026-01-01\n甲,penalty,2026-01-01\n";

    @Test
    void outcomesAreReadInAnyOrderOfColumnsAndBothSpellings() throws IOException {
        OutcomeReading reading =
                read("bad,date,party\r\ntrue,2026-02-01,A\n0,2026-02-02,\"甲\"\n1,2026-02-01,A\n", true);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        LocalDate day = LocalDate.of(2026, 2, 1);
        assertThat(reading.outcomes())
                .containsExactly(
                        new Outcome("A", day, true),
                        new Outcome("甲", day.plusDays(1), false),
                        new Outcome("A", day, true));
    }

    @Test
    void everyBadFieldIsToldWithItsLineAndColumn() throws IOException {
        OutcomeReading reading = read(
                "party,date,bad\n,2026-02-01,true\nA,2026-02-30,true\nA,,true\nA,2026-02-01,yes\nA,2026-02-01,\nA,2026-02-01\n",
                false);
        assertThat(reading.outcomes()).isEmpty();
        assertThat(reading.refused()).isEqualTo(6);
        assertThat(reading.faults())
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .containsExactly(
                        "2:party MISSING_VALUE",
                        "3:date NO_DATE",
                        "4:date MISSING_VALUE",
                        "5:bad NEITHER_TRUE_NOR_FALSE",
                        "6:bad MISSING_VALUE",
                        "7: FIELD_COUNT");
    }

    @Test
    void aPartyOutsideTheTableOfPartiesIsAFault() throws IOException {
        OutcomeReading reading = read("party,date,bad\nA,2026-02-01,true\nX,2026-02-01,true\n", true);
        assertThat(reading.outcomes()).hasSize(1);
        assertThat(codes(reading.faults())).containsExactly(TableFault.Code.UNKNOWN_PARTY);
        assertThat(reading.faults().getFirst().toString()).contains("O.csv:3:party", "X");
    }

    @Test
    void withoutATableOfPartiesAPartyMayHaveNoRecordUnlessNoneHas() throws IOException {
        OutcomeReading some = read("party,date,bad\nA,2026-02-01,true\nX,2026-02-01,true\n", false);
        assertThat(some.outcomes()).hasSize(2);
        assertThat(some.faults()).isEmpty();
        assertThat(codes(some.warnings())).containsExactly(TableFault.Code.PARTY_WITHOUT_RECORD);

        OutcomeReading none = read("party,date,bad\nX,2026-02-01,true\nY,2026-02-01,true\n", false);
        assertThat(codes(none.faults())).containsExactly(TableFault.Code.NO_PARTY_KNOWN);
    }

    @Test
    void aFileWithoutRowsOrColumnsIsToldAsSuch() throws IOException {
        assertThat(codes(read("", true).faults())).containsExactly(TableFault.Code.EMPTY_FILE);
        assertThat(codes(read("party,date,bad\n", true).faults())).containsExactly(TableFault.Code.NO_ROW);
        assertThat(codes(read("party,date\nA,2026-02-01\n", true).faults()))
                .containsExactly(TableFault.Code.MISSING_COLUMN);
        OutcomeReading further = read("party,date,bad,why\nA,2026-02-01,true,x\n", true);
        assertThat(further.outcomes()).hasSize(1);
        assertThat(codes(further.warnings())).containsExactly(TableFault.Code.UNUSED_COLUMN);
    }

    private static List<TableFault.Code> codes(List<TableFault> faults) {
        return faults.stream().map(TableFault::code).toList();
    }

    private static OutcomeReading read(String csv, boolean listed) throws IOException {
        TableReading records =
                TableReader.of(BuiltIn.ledgerVocabulary(), List.of()).read("R.csv", bytes(RECORDS), "", null);
        return OutcomesReader.read("O.csv", bytes(csv), records.table(), listed);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
