package org.sise.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.read.BuiltIn;

class TableReaderTest {
    private static final String WEIGHED = small(
            "points: 10",
            "points: 10\n    where: {severity: [minor, serious]}\n    value: {field: amount, unit: 1, missing: 1}\n"
                    + "    before: publishedUntil");

    @Test
    void recordsInAnyOrderBecomePartiesInTheOrderOfTheirIds() {
        TableReading reading = read("party,kind,date,severity,document\n"
                + "B,penalty,2026-01-02,minor,甲〔2026〕1号\n"
                + "A,complaint,2026-01-01,,\n"
                + "B,penalty,2025-12-31,,\n");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.table().size()).isEqualTo(2);
        assertThat(reading.table().records()).isEqualTo(3);
        assertThat(reading.table().records(1)).isEqualTo(2);
        assertThat(reading.table())
                .containsExactly(
                        new Party("A", null, null, null, List.of(fact("complaint", "2026-01-01", null, Map.of()))),
                        new Party(
                                "B",
                                null,
                                null,
                                null,
                                List.of(
                                        fact(
                                                "penalty",
                                                "2026-01-02",
                                                "甲〔2026〕1号",
                                                Map.of("severity", "minor", "document", "甲〔2026〕1号")),
                                        fact("penalty", "2025-12-31", null, Map.of()))));
    }

    @Test
    void theIdsStandInTheOrderOfTheirBytesAndAreFound() {
        TableReading reading = read("party,kind,date\n乙,permit,2026-01-01\nb,permit,2026-01-01\n"
                + "a,permit,2026-01-01\n𠀀,permit,2026-01-01\n\uFFFD,permit,2026-01-01\nB,permit,2026-01-01\n");
        PartyTable table = reading.table();
        assertThat(table).extracting(Party::id).containsExactly("B", "a", "b", "乙", "\uFFFD", "𠀀");
        for (int i = 0; i < table.size(); i++) {
            assertThat(table.indexOf(table.id(i))).isEqualTo(i);
        }
        assertThat(table.indexOf("c")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void quotesMarksAndLineEndsAreReadAsTheStandardSays(String lineEnd) {
        String csv = "\uFEFFparty,kind,date,state,reference,publishedUntil"
                + lineEnd
                + "\"甲,店\",\"penalty\",2026-01-01,\"repaired\",\"他说\"\"好\"\"\n次行\",2027-01-01"
                + lineEnd
                + lineEnd
                + "乙店,penalty,2026-01-01,,,";
        Party party = read(csv).table().party(1);
        assertThat(read(csv).faults()).isEmpty();
        assertThat(party.id()).isEqualTo("甲,店");
        assertThat(party.facts())
                .containsExactly(new Fact(
                        "penalty",
                        LocalDate.of(2026, 1, 1),
                        FactState.REPAIRED,
                        "他说\"好\"\n次行",
                        Map.of("publishedUntil", "2027-01-01")));
    }

    @Test
    void aNameWithUnderscoresMeansTheFieldAndGzipIsUnpacked() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("kind,published_until,date,party\npenalty,2026-12-31,2026-01-01,A\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        TableReading reading = TableReader.of(BuiltIn.ledgerVocabulary(), List.of())
                .read("R.csv.gz", new ByteArrayInputStream(zipped.toByteArray()), "", null);
        assertThat(reading.table().party(0).facts().getFirst().fields())
                .containsExactly(Map.entry("publishedUntil", "2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A,penalty,2026-02-30,minor,1,        | NO_DATE | date",
                "A,penalty,2026/02/03,minor,1,        | NO_DATE | date",
                "A,penalty,20260203,minor,1,          | NO_DATE | date",
                "A,penalty,,minor,1,                  | MISSING_VALUE | date",
                "A,,2026-02-03,minor,1,               | MISSING_VALUE | kind",
                ",penalty,2026-02-03,minor,1,         | MISSING_VALUE | party",
                "A,penalities,2026-02-03,minor,1,     | UNKNOWN_KIND | kind",
                "A,penalty,2026-02-03,MINOR,1,        | UNKNOWN_VALUE | severity",
                "A,penalty,2026-02-03,minor,`1e3`,    | NO_NUMBER | amount",
                "A,penalty,2026-02-03,minor,`\"1,000\"`, | STRAY | amount",
                "A,penalty,2026-02-03,minor,1 000,    | NO_NUMBER | amount",
                "A,penalty,2026-02-03,minor,1,2026-13-01 | NO_DATE | publishedUntil",
                "A,penalty,2026-02-03,minor           | FIELD_COUNT | ``",
                "A,penalty,2026-02-03,mi\"nor,1,      | STRAY_QUOTE | ``",
                "A,penalty,2026-02-03,\"minor\" ,1,   | STRAY_QUOTE | ``",
                "A,penalty,2026-02-03,\"minor,1,      | OPEN_QUOTE | ``",
            })
    void aRowThatIsNotInOrderIsRefusedWithItsPlace(String row, String code, String column) {
        if (code.equals("STRAY")) {
            row = "A,penalty,2026-02-03,minor,\"1,000\",";
            code = "NO_NUMBER";
        }
        TableReading reading = readBy(
                WEIGHED,
                "party,kind,date,severity,amount,publishedUntil\nB,penalty,2026-01-01,minor,2.5,\n" + row + "\n",
                null);
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.toString()).startsWith("R.csv:3");
        });
        assertThat(reading.faults().getFirst().code()).isEqualTo(TableFault.Code.valueOf(code));
        assertThat(reading.faults().getFirst().column()).isEqualTo(column);
        assertThat(reading.refused()).isEqualTo(1);
        assertThat(reading.isUnusable()).isFalse();
        assertThat(reading.table()).extracting(Party::id).containsExactly("B");
    }

    @Test
    void allFaultsOfARowAndOfAllRowsAreTold() {
        TableReading reading = readBy(
                WEIGHED,
                "party,kind,date,state,severity\n,penalty,yesterday,gone,\nA,nothing,2026-01-01,,\nA,penalty,2026-01-01,,big\n",
                null);
        assertThat(reading.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.code())
                .containsExactly(
                        "2 party MISSING_VALUE",
                        "2 state UNKNOWN_STATE",
                        "2 date NO_DATE",
                        "3 kind UNKNOWN_KIND",
                        "4 severity UNKNOWN_VALUE");
        assertThat(reading.refused()).isEqualTo(3);
        assertThat(reading.table().size()).isZero();
    }

    @Test
    void whereNoPolicyLooksAFieldMayBeAnything() {
        String csv = "party,kind,date,severity,amount,publishedUntil\nA,penalty,2026-01-01,grave,much,soon\n";
        assertThat(readBy(SMALL, csv, null).faults()).isEmpty();
        assertThat(readBy(WEIGHED, csv, null).faults()).hasSize(3);
    }

    @Test
    void aColumnThatNoKindKnowsIsPassedOverAndSaidOnce() {
        TableReading reading =
                read("party,kind,date,colour,result\nA,penalty,2026-01-01,x,pending\nB,penalty,2026-01-01,y,pending\n");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings())
                .extracting(TableFault::code)
                .containsExactly(TableFault.Code.UNKNOWN_COLUMN, TableFault.Code.FIELD_OF_ANOTHER_KIND);
        assertThat(reading.table().party(0).facts().getFirst().fields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | EMPTY_FILE",
                "party,date      | MISSING_COLUMN",
                "party,kind,date,kind | DUPLICATE_COLUMN",
                "party,kind,date,published_until,publishedUntil | DUPLICATE_COLUMN",
            })
    void aFileWithoutItsColumnsIsUnusable(String header, TableFault.Code code) {
        TableReading reading = read(header.isEmpty() ? "" : header + "\n");
        assertThat(reading.faults()).extracting(TableFault::code).containsExactly(code);
        assertThat(reading.isUnusable()).isTrue();
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedInTheirLine() throws IOException {
        byte[] csv = "party,kind,date\n甲,penalty,2026-01-01\n乙,penalty,2026-01-01\n".getBytes("GB18030");
        TableReading reading = TableReader.of(BuiltIn.ledgerVocabulary(), List.of())
                .read("R.csv", new ByteArrayInputStream(csv), "", null);
        assertThat(reading.faults())
                .extracting(fault -> fault.line() + " " + fault.code())
                .containsExactly("2 NOT_UTF8", "3 NOT_UTF8");
    }

    @Test
    void whatIsKnownAboutPartiesIsJoinedAndPartiesWithoutRecordsStay() {
        TableReading reading = readBy(
                SMALL,
                "party,kind,date\nA,penalty,2026-01-01\nC,penalty,2026-01-01\n",
                "party,industry,region,registered_on,previous_grade,previous_since,previous_rule,name\n"
                        + "B,6210,211500,2020-02-29,,,,乙店\nA,,,,good,2026-06-01,veto,甲店\n");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings())
                .extracting(TableFault::code)
                .containsExactly(TableFault.Code.UNKNOWN_PARTY_COLUMN, TableFault.Code.UNLISTED_PARTY);
        assertThat(reading.warnings().getLast().message().en())
                .startsWith("1 parties")
                .contains("“C”");
        Fact penalty = fact("penalty", "2026-01-01", null, Map.of());
        assertThat(reading.table())
                .containsExactly(
                        new Party(
                                "A",
                                null,
                                null,
                                null,
                                List.of(penalty),
                                new Previous("good", LocalDate.of(2026, 6, 1), "veto")),
                        new Party("B", "6210", "211500", LocalDate.of(2020, 2, 29), List.of()),
                        new Party("C", null, null, null, List.of(penalty)));
    }

    @Test
    void aTableOfPartiesIsCheckedToo() {
        String steady = SMALL + "steadiness: {id: s, cool-down-months: 6, basis: 依据, says: {zh: 说, en: words}}\n";
        TableReading reading = readBy(
                steady,
                "party,kind,date\n",
                "party,registered_on,previous_grade,previous_since\nA,,,\nB,2020-02-30,,\nA,,,\n,,,\nC,,good,\n"
                        + "D,,blue,2026-01-01\nE,,bad,2026-01-01\n");
        assertThat(reading.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.code())
                .containsExactly(
                        "3 registered_on NO_DATE",
                        "4 party DUPLICATE_PARTY",
                        "5 party MISSING_VALUE",
                        "6 previous_since MISSING_VALUE",
                        "7 previous_grade UNKNOWN_GRADE");
        assertThat(reading.table()).extracting(Party::id).containsExactly("A", "E");
    }

    private static Fact fact(String kind, String date, @Nullable String reference, Map<String, String> fields) {
        return Fact.of(kind, LocalDate.parse(date), reference, fields);
    }

    private static TableReading read(String records) {
        return readBy(SMALL, records, null);
    }

    private static TableReading readBy(String policy, String records, @Nullable String parties) {
        try (InputStream in = stream(records);
                InputStream partiesIn = parties == null ? null : stream(parties)) {
            return TableReader.of(BuiltIn.ledgerVocabulary(), List.of(policy(policy)))
                    .read("R.csv", in, "P.csv", partiesIn);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
