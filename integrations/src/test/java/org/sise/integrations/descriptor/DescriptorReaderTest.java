package org.sise.integrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.core.record.RecordKind;

class DescriptorReaderTest {

    private static final String GOOD = """
            feed: complaints
            title: {zh: 投诉举报, en: Complaints}
            department: 市场监督管理局
            format: {type: csv, charset: GB18030, delimiter: tab}
            records:
              - kind: complaint
                key: [subject, document]
                fields:
                  subject: 代码
                  date: {column: 日期, date: [yyyy/M/d]}
                  document: {column: 编号, document: true}
                  matter: 事项
                  upheld: {column: 属实, table: {属实: true, 不属实: false}}
            """;

    @Test
    void aGoodDescriptorIsReadWithItsDefaults() {
        FeedDescriptor descriptor = DescriptorReader.read("good.yaml", GOOD);
        assertThat(descriptor.folder()).isEqualTo("complaints");
        assertThat(descriptor.unknownBusiness()).isEqualTo(UnknownBusiness.WAIT);
        assertThat(descriptor.format())
                .isInstanceOfSatisfying(
                        FeedFormat.Csv.class, csv -> assertThat(csv.delimiter()).isEqualTo('\t'));
        assertThat(descriptor.columns().needed()).containsExactly("代码", "日期", "编号", "事项", "属实");
        assertThat(descriptor.records().getFirst().kind()).isEqualTo(RecordKind.COMPLAINT);
    }

    @Test
    void theBuiltInFeedsAreWithoutFault() {
        assertThat(FeedCatalogue.builtIn().feeds())
                .hasSize(25)
                .allSatisfy(feed -> assertThat(feed.folder()).isEqualTo(feed.feed()));
        assertThat(FeedCatalogue.builtIn().get("register").unknownBusiness()).isEqualTo(UnknownBusiness.ACCEPT);
    }

    @Test
    void anUnknownKeyIsToldWithItsPlaceAndTheNearestWord() {
        assertThat(faults(GOOD.replace("department:", "departmnt:")))
                .anySatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.column()).isEqualTo(1);
                    assertThat(fault.message()).contains("did you mean 'department'?");
                })
                .anySatisfy(fault -> assertThat(fault.path()).isEqualTo("department"));
    }

    @Test
    void anUnknownRecordFieldIsTold() {
        assertOne(GOOD.replace("  matter: 事项", "  matter: 事项\n      mater: 事项"), 13, 7, "did you mean 'matter'?");
    }

    @Test
    void anUnknownKindIsTold() {
        assertOne(GOOD.replace("complaint\n", "complaints\n"), 6, 5, "did you mean 'complaint'?");
    }

    @Test
    void aMissingRequiredFieldIsTold() {
        assertOne(GOOD.replace("      matter: 事项\n", ""), 9, 7, "complaint needs this field");
    }

    @Test
    void anUnknownCharsetIsTold() {
        assertOne(GOOD.replace("GB18030", "GBX"), 4, 21, "charset 'GBX' is unknown");
    }

    @Test
    void aFieldMappedTwiceIsTold() {
        assertOne(GOOD.replace("  matter: 事项", "  matter: 事项\n      subject: 代码"), 13, 7, "also at line 9");
    }

    @Test
    void aTablesWordThatTheFieldCannotHoldIsTold() {
        assertOne(GOOD.replace("不属实: false", "不属实: maybe"), 13, 46, "one of");
    }

    @Test
    void aKeyOfAFieldThatIsNotMappedIsTold() {
        assertOne(GOOD.replace("[subject, document]", "[subject, amount]"), 7, 5, "'amount' is not mapped");
    }

    @Test
    void aConversionThatDoesNotFitTheFieldIsTold() {
        assertOne(GOOD.replace("matter: 事项", "matter: {column: 事项, unit: 万元}"), 12, 28, "does not fit field 'matter'");
    }

    @Test
    void aDatePatternThatIsNoneIsTold() {
        assertOne(GOOD.replace("yyyy/M/d", "yyyy/b/d"), 10, 26, "is no date pattern");
    }

    @Test
    void aFolderOutsideTheInboxIsRefused() {
        assertOne(GOOD + "folder: ../elsewhere\n", 14, 1, "below the inbox");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        List<DescriptorFault> faults = faults("feed: [a\ntitle: b");
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
        assertThat(faults(""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("empty"));
    }

    @Test
    void allFaultsAreToldAtOnceInTheirOrder() {
        List<DescriptorFault> faults = faults(GOOD.replace("GB18030", "GBX")
                .replace("yyyy/M/d", "yyyy/b/d")
                .replace("feed: complaints", "feed: Complaints!"));
        assertThat(faults).extracting(DescriptorFault::line).containsExactly(1, 4, 10);
    }

    @Test
    void telephonesAndPeopleAreNeverMixed() {
        String contact = GOOD.substring(0, GOOD.indexOf("  - kind")) + """
                  - kind: contact
                    key: [subject, phone]
                    fields: {subject: 代码, date: 日期, phone: {person: %s}}
                """;
        assertThat(DescriptorReader.read("x.yaml", contact.formatted("{phone: 电话, area: \"024\"}"))
                        .columns()
                        .needed())
                .contains("电话");
        assertThat(faults(contact.formatted("{number: 电话}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("person: {phone: column}"));
        assertThat(faults(contact.formatted("{phone: 电话, area: 沈阳}")))
                .extracting(DescriptorFault::path)
                .containsExactly("records[1].fields.phone.person.area");
        assertThat(faults(contact.replace("contact", "officer")
                        .replace("[subject, phone]", "[subject]")
                        .replace("phone: {person: %s}", "name: 姓名, person: {person: {phone: 电话}}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("no telephone"));
    }

    @Test
    void whatSiseWorksOutItselfIsNotHandedIn() {
        assertThat(faults(GOOD.replace("kind: complaint", "kind: related-risk")))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.path()).startsWith("records[1].kind"));
    }

    @Test
    void anInstallationAddsFeedsAndReplacesBuiltInOnes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tips.yaml"), GOOD.replace("feed: complaints", "feed: tips"));
        Files.writeString(
                folder.resolve("register.yml"), GOOD.replace("feed: complaints", "feed: register\nfolder: register"));
        FeedCatalogue catalogue = FeedCatalogue.load(FeedCatalogue.builtIn(), folder);
        assertThat(catalogue.feeds()).hasSize(FeedCatalogue.builtIn().feeds().size() + 1);
        assertThat(catalogue.get("register").title().en()).isEqualTo("Complaints");
        Files.writeString(folder.resolve("twice.yaml"), GOOD.replace("feed: complaints", "feed: tips"));
        Files.writeString(folder.resolve("wrong.yaml"), "feed: x");
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class, () -> FeedCatalogue.load(FeedCatalogue.builtIn(), folder));
        assertThat(fault.getMessage()).contains("twice.yaml", "same name", "wrong.yaml records");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "type: jsn= did you mean 'json'?",
                "type: xml= is needed here",
                "type: xml, row: a:b= without prefix or path",
                "type: json, rows: a..b= must be a path such as data.list",
                "type: csv, skip: -1= must be a whole number up to 1000",
                "type: csv, quote: single= use one of these",
                "type: csv, columns: [代码, 代码]= is empty or there twice",
                "type: csv, columns: [代码, 日期, 编号, 事项]= column '属实', which the mapping reads",
                "type: csv, aliases: {代号: [x]}= no field reads column '代号'",
                "type: csv, aliases: {代码: [x], 日期: [x]}= would be the name of two columns",
                "type: csv, optional: [备注]= no field reads column '备注'",
                "type: csv, unpacked-mib: many= must be a whole number",
                "type: jsonl, sheet: 2= is unknown, use one of these"
            })
    void aFormatsFaultsAreTold(String format, String says) {
        assertThat(faults(GOOD.replace("type: csv, charset: GB18030, delimiter: tab", format)))
                .anySatisfy(fault -> assertThat(fault.message()).contains(says.strip()))
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "{column: 事项, first-of: [a]}= use only one of column, first-of, columns",
                "{first-of: []}= at least one column is needed",
                "{column: 事项, join: x}= goes with columns only",
                "{column: 事项, part: '('}= is no regular expression",
                "{column: 事项, open-ended: usual}= does not fit field 'matter'",
                "{column: 事项, unit: 两}= is unknown",
                "{column: 事项, table-file: {file: none.csv, from: a, to: b}}= no file none.csv beside the descriptor",
                "{column: 事项, check: {says: {zh: a, en: b}}}= one of these is needed: matches, in",
                "{column: 事项, check: {matches: '[', says: {zh: a, en: b}}}= is no regular expression",
                "{column: 事项, check: {min: 1, says: {zh: a, en: b}}}= field 'matter' cannot be checked so",
                "{column: 事项, check: {in: [a]}}= is needed here",
                "{column: 事项, when: {column: a, in: [b], matches: c}}= use only one of in, not-in, matches"
            })
    void aFieldsFaultsAreTold(String mapping, String says) {
        assertThat(faults(GOOD.replace("matter: 事项", "matter: " + mapping)))
                .anySatisfy(fault -> assertThat(fault.message()).contains(says.strip()))
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(12));
    }

    @Test
    void aDaysCheckNamesADayOrAFieldThatIsOne() {
        assertOne(
                GOOD.replace("[yyyy/M/d]", "usual, check: {not-before: matter, says: {zh: a, en: b}}"),
                10,
                47,
                "or the name of another field that is a day");
        assertOne(GOOD.replace("[yyyy/M/d]", "usual, open-ended: usual"), 10, 39, "is required, it cannot be open");
    }

    @Test
    void aTableMayStandInAFileBesideTheDescriptor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("feed.yaml");
        String table = "upheld: {column: 属实, table-file: {file: tables/upheld.csv, from: 词, to: 值}}";
        Files.writeString(file, GOOD.replace("upheld: {column: 属实, table: {属实: true, 不属实: false}}", table));
        Path words = Files.createDirectory(folder.resolve("tables")).resolve("upheld.csv");
        Files.writeString(words, "词,注,值\n真,,true\n假,,false\n");
        FieldMapping mapping =
                DescriptorReader.read(file).records().getFirst().fields().get("upheld");
        assertThat(mapping)
                .isInstanceOfSatisfying(
                        FieldMapping.Cell.class,
                        cell -> assertThat(cell.conversion())
                                .isEqualTo(new Conversion.Table(Map.of("真", "true", "假", "false"), null)));
        Files.writeString(words, "词,值\n真,true\n真,false\n");
        assertThat(catchThrowableOfType(DescriptorException.class, () -> DescriptorReader.read(file)))
                .hasMessageContaining("'真' stands for two texts");
        Files.writeString(words, "词,值\n真,perhaps\n");
        assertThat(catchThrowableOfType(DescriptorException.class, () -> DescriptorReader.read(file)))
                .hasMessageContaining("perhaps");
        Files.writeString(words, "词,数\n");
        assertThat(catchThrowableOfType(DescriptorException.class, () -> DescriptorReader.read(file)))
                .hasMessageContaining("'值' is unknown");
    }

    private static void assertOne(String yaml, int line, int column, String says) {
        assertThat(faults(yaml)).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains(says);
            assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
        });
    }

    private static List<DescriptorFault> faults(String yaml) {
        return catchThrowableOfType(DescriptorException.class, () -> DescriptorReader.read("test.yaml", yaml))
                .faults();
    }
}
