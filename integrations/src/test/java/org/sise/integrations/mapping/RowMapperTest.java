package org.sise.integrations.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.core.record.Holding;
import org.sise.core.record.LegalRepresentative;
import org.sise.core.record.Penalty;
import org.sise.core.record.Registration;
import org.sise.core.record.Severity;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.row.RowFault;

class RowMapperTest {

    @Test
    void aRowOfTheRegisterGivesTwoRecords() {
        MappedRow row = map("register", register());
        assertThat(row.faults()).isEmpty();
        assertThat(row.entries()).hasSize(2);
        assertThat(row.entries().get(0).record()).isInstanceOfSatisfying(Registration.class, registration -> {
            assertThat(registration.capital().amount()).isEqualByComparingTo("500000");
            assertThat(registration.region()).isEqualTo("210102");
            assertThat(registration.header().department()).isEqualTo("市场监督管理局");
        });
        assertThat(row.entries().get(0).key()).isEqualTo(Samples.code(1));
        assertThat(row.entries().get(1).record()).isInstanceOfSatisfying(LegalRepresentative.class, person -> {
            assertThat(person.person()).isEqualTo(Samples.keys().ofNumber(Samples.resident(1)));
            assertThat(row.entries().get(1).key())
                    .isEqualTo(Samples.code(1) + "|" + person.person().hex());
        });
    }

    @Test
    void withoutALegalRepresentativeThereIsOneRecordLess() {
        Map<String, String> cells = register();
        cells.put("法定代表人", "N/A");
        assertThat(map("register", cells).entries()).hasSize(1);
    }

    @Test
    void aPersonWithoutANumberIsKnownByNameAtTheBusiness() {
        Map<String, String> cells = register();
        cells.put("法定代表人证件号码", "-");
        MappedRow row = map("register", cells);
        assertThat(row.entries().get(1).record())
                .isInstanceOfSatisfying(
                        LegalRepresentative.class,
                        person -> assertThat(person.person())
                                .isEqualTo(Samples.keys().ofNameAt("张三", Samples.code(1))));
    }

    @Test
    void personalNumbersAreKeyedAndAKeyedRowMapsToTheSameRecords() {
        Map<String, String> cells = register();
        cells.put("经营范围", "零售, 联系人" + Samples.resident(7) + "。");
        MappedRow first = map("register", cells);
        assertThat(first.original()).doesNotContain(Samples.resident(1)).doesNotContain(Samples.resident(7));
        MappedRow second = map("register", Originals.read(first.original()));
        assertThat(second.entries()).isEqualTo(first.entries());
        assertThat(second.original()).isEqualTo(first.original());
    }

    @Test
    void everyFaultOfARowIsToldAndItGivesNoRecord() {
        Map<String, String> cells = register();
        cells.put("成立日期", "2026-02-30");
        cells.put("登记状态", "睡眠");
        cells.put("注册资本(万元)", "-5");
        cells.put("统一社会信用代码", "210100000012345");
        MappedRow row = map("register", cells);
        assertThat(row.entries()).isEmpty();
        assertThat(row.faults())
                .extracting(RowFault::reason)
                .containsExactlyInAnyOrder("bad-date", "not-in-list", "negative", "former-number");
    }

    @Test
    void amountsInWanAreMadeYuanExactly() {
        Map<String, String> cells = penalty();
        cells.put("CF_NR_FK", "0.1234");
        assertThat(penalty(cells).header().amount().amount()).isEqualByComparingTo("1234");
        cells.put("CF_NR_FK", "0.1234567");
        assertThat(map("penalties", cells).faults())
                .extracting(RowFault::reason)
                .containsExactly("bad-number");
        cells.put("CF_NR_FK", "1e30");
        assertThat(map("penalties", cells).accepted()).isFalse();
        cells.put("CF_NR_FK", "9999999999999");
        assertThat(map("penalties", cells).faults())
                .extracting(RowFault::reason)
                .containsExactly("out-of-range");
    }

    @Test
    void documentNumbersAndDatesOfSeveralFormsBecomeOne() {
        Map<String, String> cells = penalty();
        String key = map("penalties", cells).entries().getFirst().key();
        cells.put("CF_WSH", "沈市监处罚（2026） 1号");
        cells.put("CF_JDRQ", "2026-3-5");
        MappedRow row = map("penalties", cells);
        assertThat(row.entries().getFirst().key()).isEqualTo(key);
        assertThat(row.entries().getFirst().record().header().date()).isEqualTo("2026-03-05");
        cells.put("CF_JDRQ", "2026年3月5日");
        assertThat(map("penalties", cells)
                        .entries()
                        .getFirst()
                        .record()
                        .header()
                        .date())
                .isEqualTo("2026-03-05");
    }

    @ParameterizedTest
    @CsvSource({
        "罚款, 0.3, MINOR",
        "罚款, 10, GENERAL",
        "罚款, 100, SERIOUS",
        "罚款, , GENERAL",
        "警告, , MINOR",
        "罚款；没收违法所得, 0.3, GENERAL",
        "警告;吊销许可证件, , SERIOUS",
        "其他-责令改正, , ",
        "责令停产停业, , SERIOUS"
    })
    void theMostSeriousCategoryDecidesTheSeverity(String category, String fine, Severity severity) {
        Map<String, String> cells = penalty();
        cells.put("CF_CFLB", category);
        cells.put("CF_NR_FK", fine == null ? "" : fine);
        assertThat(penalty(cells).header().severity()).isEqualTo(severity);
    }

    @Test
    void anUnknownCategoryIsAFault() {
        Map<String, String> cells = penalty();
        cells.put("CF_CFLB", "罚酒三杯");
        assertThat(map("penalties", cells).faults())
                .extracting(RowFault::column)
                .containsExactly("CF_CFLB");
    }

    @Test
    void aHoldersNumberIsAPersonsOrABusinesssByItsKind() {
        Map<String, String> cells = new LinkedHashMap<>(Map.of(
                "统一社会信用代码",
                Samples.code(1),
                "股东名称",
                "李四",
                "股东类型",
                "自然人",
                "股东证照号码",
                Samples.resident(4),
                "持股比例",
                "35.5%",
                "起始日期",
                "2020-01-01",
                "终止日期",
                ""));
        MappedRow person = map("holdings", cells);
        assertThat(person.original()).doesNotContain(Samples.resident(4));
        assertThat(person.entries().getFirst().record()).isInstanceOfSatisfying(Holding.class, holding -> {
            assertThat(holding.holderKey()).isEqualTo(Samples.keys().ofNumber(Samples.resident(4)));
            assertThat(holding.holderCode()).isNull();
            assertThat(holding.percent()).isEqualByComparingTo("35.5");
        });
        cells.put("股东类型", "企业");
        cells.put("股东证照号码", Samples.code(2));
        MappedRow business = map("holdings", cells);
        assertThat(business.entries().getFirst().record())
                .isInstanceOfSatisfying(
                        Holding.class,
                        holding -> assertThat(holding.holderCode().value()).isEqualTo(Samples.code(2)));
        assertThat(map("holdings", Originals.read(business.original())).entries())
                .isEqualTo(business.entries());
        cells.put("股东证照号码", Samples.resident(4));
        assertThat(map("holdings", cells).original()).doesNotContain(Samples.resident(4));
    }

    @Test
    void aShiftedRowFailsTheFeedsCheck() {
        Map<String, String> cells =
                Map.of("统一社会信用代码", Samples.code(1), "企业名称", "甲", "注册日期", "2012-01-01", "所在省份", "王某某");
        MappedRow row = map("liaoning-register", cells);
        assertThat(row.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo("check");
            assertThat(fault.message()).contains("列错位 / shifted columns");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "681(万元人民币)=6810000",
                "1,165(万元人民币)=11650000",
                "50.4万人民币=504000",
                "30万元人民币=300000",
                "3万人民币元=30000",
                "100（万元）=1000000",
                "5000元=5000",
                "人民币20万元=200000",
                "3.5万人民币元=35000",
                "0.0001(万元人民币)=1",
                "10(万美元)=",
                "500(万日元)=",
                "20(万港元)=",
                "5(万)=",
                "3=",
                "7()=",
                "1.23456789万元=",
                "N/A=",
                "万人民币=",
                "-3万元="
            })
    void capitalIsAnAmountOnlyWhenItIsRenminbi(String text, BigDecimal yuan) {
        BigDecimal found = CapitalText.yuan(text);
        assertThat(found == null ? null : found.toPlainString()).isEqualTo(yuan == null ? null : yuan.toPlainString());
    }

    private static Penalty penalty(Map<String, String> cells) {
        MappedRow row = map("penalties", cells);
        assertThat(row.faults()).isEmpty();
        return (Penalty) row.entries().getFirst().record();
    }

    private static Map<String, String> register() {
        return cells(Samples.REGISTER, Samples.registered(1).replace(",11,", ",50,"));
    }

    private static Map<String, String> penalty() {
        return cells(Samples.PENALTIES, Samples.penalty(1, "0.5"));
    }

    private static Map<String, String> cells(String header, String row) {
        List<String> names = List.of(header.split(",", -1));
        List<String> values = List.of(row.split(",", -1));
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            cells.put(names.get(i), values.get(i));
        }
        return cells;
    }

    private static MappedRow map(String feed, Map<String, String> cells) {
        return new RowMapper(FeedCatalogue.builtIn().get(feed), Samples.keys()).remap(0, 2, cells);
    }
}
