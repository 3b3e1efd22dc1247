package org.sise.integrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .hasSize(20)
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
    void anInstallationAddsFeedsAndReplacesBuiltInOnes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tips.yaml"), GOOD.replace("feed: complaints", "feed: tips"));
        Files.writeString(
                folder.resolve("register.yml"), GOOD.replace("feed: complaints", "feed: register\nfolder: register"));
        FeedCatalogue catalogue = FeedCatalogue.load(FeedCatalogue.builtIn(), folder);
        assertThat(catalogue.feeds()).hasSize(21);
        assertThat(catalogue.get("register").title().en()).isEqualTo("Complaints");
        Files.writeString(folder.resolve("twice.yaml"), GOOD.replace("feed: complaints", "feed: tips"));
        Files.writeString(folder.resolve("wrong.yaml"), "feed: x");
        DescriptorException fault = catchThrowableOfType(
                DescriptorException.class, () -> FeedCatalogue.load(FeedCatalogue.builtIn(), folder));
        assertThat(fault.getMessage()).contains("twice.yaml", "same name", "wrong.yaml records");
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
