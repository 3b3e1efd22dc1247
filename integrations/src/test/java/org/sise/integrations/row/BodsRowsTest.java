package org.sise.integrations.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sise.integrations.BodsSample.interest;
import static org.sise.integrations.BodsSample.share;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.integrations.BodsSample;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.descriptor.FeedFormat.Common;

class BodsRowsTest {

    private static final FeedFormat BODS =
            new FeedFormat.Bods(List.of("CN-SAIC", "统一社会信用代码"), List.of("CHN-IDCARD"), Common.USUAL);

    @TempDir
    private Path folder;

    @Test
    void eachInterestIsARowWithWhoHoldsWhat() throws IOException {
        RowsOf rows = read(sample().relationship(
                        "R1",
                        "E1",
                        "P1",
                        interest(
                                "shareholding",
                                "\"beneficialOwnershipOrControl\": true, \"share\": {\"minimum\": 25, \"exclusiveMaximum\": 50},"
                                        + " \"startDate\": \"2020-05-01\""),
                        interest("boardChair", "")));
        assertThat(rows.faults()).containsExactly("", "");
        assertThat(rows.rows()).extracting(Row::line).containsExactly(4, 4);
        assertThat(rows.rows()).extracting(Row::index).containsExactly(0L, 1L);
        assertThat(rows.cells().getFirst())
                .containsEntry("subject.name", "甲公司")
                .containsEntry("subject.code", Samples.code(1))
                .containsEntry("interestedParty.kind", "person")
                .containsEntry("interestedParty.type", "knownPerson")
                .containsEntry("interestedParty.name", "张三")
                .containsEntry("interestedParty.number", Samples.resident(1))
                .containsEntry("interest.id", "R1#shareholding")
                .containsEntry("interest.minimum", "25")
                .containsEntry("interest.exclusiveMaximum", "50")
                .containsEntry("interest.startDate", "2020-05-01")
                .containsEntry("interest.directOrIndirect", "direct")
                .containsEntry("interest.beneficialOwnershipOrControl", "true")
                .containsEntry("statementDate", "2026-01-05")
                .containsEntry("source.type", "officialRegister")
                .containsEntry("publisher", "某某登记机构")
                .doesNotContainKey("ended");
        assertThat(rows.cells().get(1))
                .containsEntry("interest.type", "boardChair")
                .containsEntry("interest.id", "R1#boardChair");
    }

    @Test
    void linesAndArchivesGiveTheSameRowsAsAnArray() throws IOException {
        BodsSample sample = sample().relationship("R1", "E1", "E2", share("60.5"));
        RowsOf array = read(sample);
        assertThat(RowsOf.bytes(folder, sample.lines(), BODS).cells()).isEqualTo(array.cells());
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            String[] lines = new String(sample.lines(), StandardCharsets.UTF_8).split("\n");
            for (int i = lines.length - 1; i >= 0; i--) {
                out.putNextEntry(new ZipEntry("part-%d.jsonl".formatted(9 - i)));
                out.write(lines[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(RowsOf.bytes(folder, zip.toByteArray(), BODS).cells())
                .as("parties that stand in another part")
                .isEqualTo(array.cells());
    }

    @Test
    void ofSeveralStatementsOfOneRecordTheLatestCounts() throws IOException {
        RowsOf rows = read(sample().statedOn("R1", "updated", "2026-03-01", "E1", "E2", share("30"))
                .statedOn("R1", "new", "2026-01-05", "E1", "E2", share("20"))
                .statedOn("R1", "updated", "2026-03-01", "E1", "E2", share("40"))
                .statedOn("R1", "updated", "2026-02-28T23:00:00Z", "E1", "E2", share("50")));
        assertThat(rows.faults()).containsExactly("");
        assertThat(rows.cells().getFirst())
                .as("of one day the later in the file; 23:00 in Greenwich is the next day in Shanghai")
                .containsEntry("interest.exact", "50");
    }

    @Test
    void aPartysLatestNameIsTaken() throws IOException {
        RowsOf rows = read(sample().relationship("R1", "E1", "E2", share("20"))
                .statement("E2", "entity", "updated", "2026-04-01", """
                        {"isComponent": false, "entityType": {"type": "legalEntity"}, "name": "乙集团"}"""));
        assertThat(rows.cells().getFirst())
                .containsEntry("interestedParty.name", "乙集团")
                .containsEntry("interestedParty.kind", "other");
    }

    @Test
    void whatALaterStatementLeavesOutHasEnded() throws IOException {
        RowsOf rows = read(sample().relationship("R1", "E1", "P1", share("20"), interest("boardMember", ""))
                .statedOn("R1", "updated", "2026-06-30", "E1", "P1", share("25")));
        assertThat(rows.cells())
                .extracting(row -> row.get("interest.id"), row -> row.get("interest.exact"), row -> row.get("ended"))
                .containsExactly(tuple("R1#boardMember", null, "2026-06-30"), tuple("R1#shareholding", "25", null));
    }

    @Test
    void aClosedRecordEndsItsInterestsWhetherItRepeatsThemOrNot() throws IOException {
        RowsOf repeated = read(sample().relationship("R1", "E1", "P1", share("20"))
                .statedOn("R1", "closed", "2026-06-30", "E1", "P1", share("20")));
        RowsOf bare = read(sample().relationship("R1", "E1", "P1", share("20"))
                .statedOn("R1", "closed", "2026-06-30", "E1", "P1"));
        for (RowsOf rows : List.of(repeated, bare)) {
            assertThat(rows.faults()).containsExactly("");
            assertThat(rows.cells().getFirst())
                    .containsEntry("ended", "2026-06-30")
                    .containsEntry("interest.exact", "20");
        }
        assertThat(read(sample().statedOn("R1", "closed", "2026-06-30", "E1", "P1"))
                        .faults())
                .containsExactly("no-interest");
    }

    @Test
    void aRecordThatWasClosedIsNotOpenedAgain() throws IOException {
        RowsOf rows = read(sample().statedOn("R1", "closed", "2026-06-30", "E1", "P1", share("20"))
                .statedOn("R1", "updated", "2026-07-30", "E1", "P1", share("30")));
        assertThat(rows.faults()).containsExactly("", "contradiction");
        assertThat(rows.cells().getFirst()).containsEntry("ended", "2026-06-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"statementId\": \"R1-r-000000|\"statementId\": \"R1|bad-text|statementId|32 to 64",
                "\"statementDate\": \"2026-01-05\",||required|statementDate|",
                "2026-01-05|2026-02-30|bad-date|statementDate|yyyy-MM-dd",
                "2026-01-05|2026-01-05T10:00:00|bad-date|statementDate|offset",
                "\"recordType\": \"relationship\"|\"recordType\": \"ownership\"|not-in-list|recordType|relationship",
                "\"recordStatus\": \"new\"|\"recordStatus\": \"void\"|not-in-list|recordStatus|closed",
                "\"recordType\": \"relationship\"|\"recordType\": \"person\"|contradiction|recordDetails.interests|recordType",
                "\"isComponent\": false, ||required|recordDetails.isComponent|true or false",
                "\"isComponent\": false|\"isComponent\": \"no\"|not-in-list|recordDetails.isComponent|",
                "\"isComponent\": false|\"isComponent\": true|contradiction|recordDetails.isComponent|componentRecords",
                "\"isComponent\": false|\"isComponent\": true, \"componentRecords\": [\"E2\"]|contradiction|recordDetails.componentRecords|empty",
                "\"isComponent\": false|\"isComponent\": false, \"componentRecords\": [\"X\"]|unknown-record|recordDetails.componentRecords[0]|",
                "\"subject\": \"E1\"|\"subject\": \"E9\"|unknown-record|recordDetails.subject|add or mend",
                "\"subject\": \"E1\"|\"subject\": \"P1\"|contradiction|recordDetails.subject|entity",
                "\"subject\": \"E1\", ||required|recordDetails.subject|",
                "\"interestedParty\": \"E2\"|\"interestedParty\": \"E9\"|unknown-record|recordDetails.interestedParty|",
                "\"declarationSubject\": \"E1\"|\"declarationSubject\": \"E9\"|unknown-record|declarationSubject|",
                "\"interestedParty\": \"E2\"|\"interestedParty\": {\"reason\": \"secret\"}|not-in-list|recordDetails.interestedParty.reason|",
                "\"interestedParty\": \"E2\"|\"interestedParty\": {\"reason\": \"unknown\"}|unspecified-party|recordDetails.interestedParty|disclosed",
                "\"type\": \"shareholding\"|\"type\": \"shares\"|not-in-list|recordDetails.interests[0].type|",
                "\"type\": \"shareholding\", ||required|recordDetails.interests[0].type|",
                "\"direct\"|\"straight\"|not-in-list|recordDetails.interests[0].directOrIndirect|indirect",
                "{\"exact\": 20}|{\"exact\": 120}|out-of-range|recordDetails.interests[0].share.exact|from 0 to 100",
                "{\"exact\": 20}|{\"exact\": -1}|out-of-range|recordDetails.interests[0].share.exact|",
                "{\"exact\": 20}|{\"exact\": \"20%\"}|bad-number|recordDetails.interests[0].share.exact|without quotes",
                "{\"exact\": 20}|{\"exact\": 1e999999999}|out-of-range|recordDetails.interests[0].share.exact|",
                "{\"exact\": 20}|{\"minimum\": 50, \"maximum\": 25}|contradiction|recordDetails.interests[0].share.minimum|maximum",
                "{\"exact\": 20}|{\"exclusiveMinimum\": 25, \"maximum\": 25}|contradiction|recordDetails.interests[0].share.exclusiveMinimum|",
                "{\"exact\": 20}|{\"exact\": 20, \"minimum\": 25}|contradiction|recordDetails.interests[0].share.minimum|exact",
                "\"share\"|\"startDate\": \"2020-13-01\", \"share\"|bad-date|recordDetails.interests[0].startDate|",
                "\"share\"|\"startDate\": \"2020-02-01\", \"endDate\": \"2020-01-01\", \"share\"|date-order|recordDetails.interests[0].endDate|2020-02-01",
                "\"share\"|\"beneficialOwnershipOrControl\": true, \"share\"|contradiction|recordDetails.interests[0].beneficialOwnershipOrControl|natural person",
                "\"bodsVersion\": \"0.4\"|\"bodsVersion\": \"0.3\"|wrong-format|publicationDetails.bodsVersion|0.4",
                "{\"name\": \"某某登记机构\"}|{}|required|publicationDetails.publisher|name or url",
                "officialRegister|hearsay|not-in-list|source.type[0]|",
                "\"recordId\": \"R1\"|\"recordId\": \"E2\"|contradiction|recordId|",
                "\"recordId\": \"R1\",|\"recordId\": \"R1\", \"recordId\": \"R2\",|duplicate-column||recordId"
            })
    void aStatementThatBreaksARuleIsRefusedWithPlaceAndRemedy(
            String text, String other, String reason, String place, String says) throws IOException {
        RowsOf rows = read(sample().relationship("R1", "E1", "E2", share("20"))
                .but(text, other == null ? "" : other)
                .relationship("R7", "E2", "P1", share("20")));
        assertThat(rows.faults()).containsExactly(reason, "");
        RowFault fault = rows.rows().getFirst().fault();
        assertThat(fault.column()).isEqualTo(place);
        assertThat(fault.message()).contains(" / ").contains(says == null ? "" : says);
        assertThat(rows.fault()).isNull();
    }

    @Test
    void aStatementIsRefusedWholeWithAllItsInterestsAndFaults() throws IOException {
        RowsOf rows = read(sample().relationship(
                        "R1",
                        "E1",
                        "E2",
                        share("20"),
                        interest("votes", "\"share\": {\"exact\": 101}"),
                        interest("votingRights", "\"endDate\": \"soon\"")));
        assertThat(rows.faults()).containsExactly("not-in-list", "not-in-list", "not-in-list");
        assertThat(rows.rows().getFirst().fault().message())
                .contains("interests[1].type “votes”")
                .contains("interests[1].share.exact “101”")
                .contains("interests[2].endDate “soon”");
        assertThat(rows.cells().getFirst())
                .as("what could be told, to be corrected by hand")
                .containsEntry("subject.code", Samples.code(1))
                .containsEntry("interest.exact", "20");
    }

    @Test
    void aFaultyPartyIsRefusedAndSoIsWhatRefersToIt() throws IOException {
        RowsOf rows = read(sample().company("E3", "丙公司", "91000000FX00000000")
                .relationship("R1", "E1", "E3", share("20"))
                .relationship("R2", "E1", "E2", share("20")));
        assertThat(rows.faults()).containsExactly("bad-code", "unknown-record", "");
        assertThat(rows.rows().getFirst().fault().column()).isEqualTo("recordDetails.identifiers[0].id");
        assertThat(rows.cells().getFirst()).containsEntry("recordId", "E3").containsEntry("recordType", "entity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"entityType\": {\"type\": \"registeredEntity\"}|\"entityType\": \"registeredEntity\"|malformed|recordDetails.entityType",
                "\"type\": \"registeredEntity\"|\"type\": \"firm\"|not-in-list|recordDetails.entityType.type",
                "\"type\": \"registeredEntity\"|\"type\": \"registeredEntity\", \"subtype\": \"trust\"|contradiction|recordDetails.entityType.subtype",
                "\"scheme\": \"CN-SAIC\", ||required|recordDetails.identifiers[0].scheme",
                "\"isComponent\": false|\"isComponent\": true|contradiction|recordDetails.isComponent",
                "\"isComponent\": false|\"isComponent\": false, \"interests\": []|contradiction|recordDetails.interests",
                "\"isComponent\": false|\"isComponent\": false, \"foundingDate\": \"2020-01-02\", \"dissolutionDate\": \"2020-01-01\"|date-order|recordDetails.dissolutionDate"
            })
    void entitiesHaveRulesOfTheirOwn(String text, String other, String reason, String place) throws IOException {
        RowsOf rows = read(sample().company("E3", "丙公司", Samples.code(3)).but(text, other == null ? "" : other));
        assertThat(rows.faults()).containsExactly(reason);
        assertThat(rows.rows().getFirst().fault().column()).isEqualTo(place);
    }

    @Test
    void aPersonsIdentifierIsNotShownInWhatIsRefused() throws IOException {
        RowsOf rows = read(sample().person("P3", "李四", "E1234567")
                .but("knownPerson", "famousPerson")
                .person("P4", "李四", "E12345678".repeat(200)));
        assertThat(rows.faults()).containsExactly("not-in-list", "bad-text");
        assertThat(rows.rows()).allSatisfy(row -> {
            assertThat(row.cells().toString()).doesNotContain("E1234567");
            assertThat(row.fault().message()).doesNotContain("E1234567");
        });
    }

    @Test
    void aStatementIdThatComesTwiceIsRefusedTheSecondTime() throws IOException {
        RowsOf rows = read(sample().relationship("R1", "E1", "E2", share("20"))
                .relationship("R2", "E1", "P1", share("20"))
                .but("R2-r-%032d".formatted(4), "R1-r-%032d".formatted(3)));
        assertThat(rows.faults()).containsExactly("", "contradiction");
        assertThat(rows.rows().get(1).fault().message()).contains("第4个声明").contains("statement 4 of the file");
    }

    @Test
    void partiesThatNobodyKnowsAreKeptOut() throws IOException {
        RowsOf rows = read(sample().person("P3", "", "")
                .but("knownPerson", "anonymousPerson")
                .relationship("R1", "E1", "P3", share("20"))
                .relationship("R2", "E1", "P1"));
        assertThat(rows.faults()).containsExactly("unspecified-party", "no-interest");
        assertThat(rows.rows().getFirst().fault().message()).contains("anonymousPerson");
    }

    @Test
    void aSubjectWithoutACreditCodeIsNamed() throws IOException {
        RowsOf rows = read(sample().entity("E3", "某离岸公司", "{\"scheme\": \"VG-FSC\", \"id\": \"123\"}")
                .relationship("R1", "E3", "E1", share("20"))
                .relationship("R2", "E1", "E3", share("20")));
        assertThat(rows.faults()).containsExactly("required", "");
        assertThat(rows.rows().getFirst().fault().message()).contains("某离岸公司");
        assertThat(rows.cells().get(1)).containsEntry("interestedParty.kind", "other");
    }

    @Test
    void componentsAreNamedByTheRelationshipTheyArePartsOf() throws IOException {
        BodsSample sample = sample().relationship("C1", "E1", "E2", share("60"))
                .but("\"isComponent\": false", "\"isComponent\": true")
                .relationship("C2", "E2", "P1", share("60"))
                .but("\"isComponent\": false", "\"isComponent\": true")
                .relationship("R1", "E1", "P1", share("36"))
                .but("\"isComponent\": false", "\"isComponent\": false, \"componentRecords\": [\"C1\", \"C2\"]")
                .but(": \"direct\"", ": \"indirect\"");
        RowsOf rows = read(sample);
        assertThat(rows.faults()).containsExactly("", "", "");
        assertThat(rows.cells())
                .extracting(row -> row.get("interest.directOrIndirect"))
                .containsExactly("direct", "direct", "indirect");
    }

    @Test
    void identifiersOfOtherSchemesStandBehindTheirScheme() throws IOException {
        RowsOf rows = read(sample().person("P3", "李四", "7")
                .but("CHN-IDCARD", "XX-REF")
                .relationship("R1", "E1", "P3", share("20"), share("5")));
        assertThat(rows.cells().getFirst()).containsEntry("interestedParty.number", "XX-REF:7");
        assertThat(rows.cells())
                .extracting(row -> row.get("interest.id"))
                .containsExactly("R1#shareholding", "R1#shareholding#2");
    }

    @Test
    void whatBreaksIsToldAndTheRestStands() throws IOException {
        byte[] lines = sample().raw("{\"statementId\": ")
                .relationship("R1", "E1", "E2", share("1"))
                .lines();
        RowsOf rows = RowsOf.bytes(folder, lines, BODS);
        assertThat(rows.faults()).containsExactly("malformed", "");
        byte[] array = sample().relationship("R1", "E1", "E2", share("1"))
                .raw("17")
                .raw("{\"a\": ")
                .array();
        RowsOf broken = RowsOf.bytes(folder, array, BODS);
        assertThat(broken.faults()).containsExactly("", "malformed");
        assertThat(broken.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
        assertThat(RowsOf.bytes(folder, "[]".getBytes(StandardCharsets.UTF_8), BODS)
                        .rows())
                .isEmpty();
    }

    @Test
    void nothingIsLeftBehindInTheTemporaryFolder() throws IOException {
        long before = spills();
        read(sample().relationship("R1", "E1", "E2", share("1")));
        assertThat(spills()).isEqualTo(before);
    }

    private static long spills() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("sise-spill-"))
                    .count();
        }
    }

    private static BodsSample sample() {
        return new BodsSample()
                .company("E1", "甲公司", Samples.code(1))
                .company("E2", "乙公司", Samples.code(2))
                .person("P1", "张三", Samples.resident(1));
    }

    private RowsOf read(BodsSample sample) throws IOException {
        return RowsOf.file(sample.write(folder.resolve("statements.json")), BODS);
    }
}
