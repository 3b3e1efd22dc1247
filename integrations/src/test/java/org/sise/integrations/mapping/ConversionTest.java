package org.sise.integrations.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "2026-03-05=2026-03-05",
                "2026-3-5=2026-03-05",
                "2026/3/5=2026-03-05",
                "2026/03/05 00:00:00=2026-03-05",
                "2026.3.5=2026-03-05",
                "20260305=2026-03-05",
                "20260305143000=2026-03-05",
                "2026年3月5日=2026-03-05",
                "2026年03月05日 14时30分=2026-03-05",
                "2026-03-05T23:59:59.123=2026-03-05",
                "2026-03-05T16:00:00Z=2026-03-06",
                "2026-03-05T00:30:00+09:00=2026-03-04",
                "2026-03-05 09:00:00.0=2026-03-05",
                "46086=2026-03-05",
                "46086.75=2026-03-05",
                "1772640000000=2026-03-05",
                "2026-02-30=! bad-date",
                "2026/13/1=! bad-date",
                "2026-3/5=! bad-date",
                "2026年3-5=! bad-date",
                "26-3-5=! bad-date",
                "2026-03-05 25:00=! bad-date",
                "2026-03-05 下午=! bad-date",
                "昨天=! bad-date",
                "12345678901=! bad-date",
                "99999999=! bad-date"
            })
    void daysAreUnderstoodInTheUsualForms(String text, String day) {
        assertThat(Mapped.field("paidOn", "{column: a, date: usual}", "a", text))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "长期, ''",
        "永久, ''",
        "9999-12-31, ''",
        "9999/12/31, ''",
        "2099年12月31日, ''",
        "2030-01-01, 2030-01-01",
        "随时, ! bad-date",
        "'', ''"
    })
    void anEndMayBeOpen(String text, String day) {
        assertThat(Mapped.field("paidOn", "{column: a, date: usual, open-ended: usual}", "a", text))
                .isEqualTo(day);
    }

    @Test
    void wordsForNoEndAreTheFeedsOwn() {
        String mapping = "{column: a, date: [yyyy/M/d], open-ended: [至今]}";
        assertThat(Mapped.field("paidOn", mapping, "a", "至今")).isEmpty();
        assertThat(Mapped.field("paidOn", mapping, "a", "2026/1/2")).isEqualTo("2026-01-02");
        assertThat(Mapped.field("paidOn", mapping, "a", "长期")).isEqualTo("! bad-date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "元=5000=5000.00",
                "元=5,000.50=5000.50",
                "元=￥5000=5000.00",
                "元=0.5万元=5000.00",
                "元=人民币5000元整=5000.00",
                "元=５０００=5000.00",
                "万元=0.5=5000.00",
                "万元=5000元=5000.00",
                "万元=.5=5000.00",
                "千元=1.5=1500.00",
                "亿元=0.00000001=1.00",
                "亿元=2=200000000.00",
                "万元=10(万美元)=! bad-number",
                "元=5000港元=! bad-number",
                "元=1e3=! bad-number",
                "元=五千元=! bad-number",
                "元=-5=! negative",
                "元=0.001=! bad-number"
            })
    void amountsAreMadeYuanExactly(String unit, String text, String yuan) {
        assertThat(Mapped.field("amount", "{column: a, unit: %s}".formatted(unit), "a", text))
                .isEqualTo(yuan);
    }

    @Test
    void severalCellsMakeAText() {
        String joined = "{columns: [a, b, c], join: \"-\"}";
        assertThat(Mapped.field("matter", joined, "a", "1", "b", "N/A", "c", "3"))
                .isEqualTo("1-3");
        assertThat(Mapped.field("matter", joined, "d", "1")).isEqualTo("! required");
        assertThat(Mapped.field("matter", "{columns: [a, b]}", "a", "1", "b", "2"))
                .isEqualTo("12");
    }

    @Test
    void theFirstColumnThatHoldsAnythingIsTaken() {
        String mapping = "{first-of: [new, old], date: usual, default: \"2000-01-01\"}";
        assertThat(Mapped.field("paidOn", mapping, "old", "2026/1/1", "new", "-"))
                .isEqualTo("2026-01-01");
        assertThat(Mapped.field("paidOn", mapping, "old", "2026/1/1", "new", "2026/1/2"))
                .isEqualTo("2026-01-02");
        assertThat(Mapped.field("paidOn", mapping)).isEqualTo("2000-01-01");
    }

    @Test
    void aPartOfACellIsTakenByItsPattern() {
        String mapping = "{column: a, part: \"罚款[^0-9]*([0-9.]+万?元)\", unit: 元}";
        assertThat(Mapped.field("amount", mapping, "a", "警告；罚款人民币0.5万元；责令改正")).isEqualTo("5000.00");
        assertThat(Mapped.field("amount", mapping, "a", "警告")).isEmpty();
        assertThat(Mapped.field("matter", "{column: a, part: \"[A-T][0-9]{2}\"}", "a", "D-D44--"))
                .isEqualTo("D44");
    }

    @ParameterizedTest
    @CsvSource({
        "'matches: \"[0-9]{4}\"', 1234, 1234",
        "'matches: \"[0-9]{4}\"', 123, ! check",
        "'in: [x, y]', y, y",
        "'in: [x, y]', z, ! check",
        "'not-in: [x, y]', x, ! check",
        "'not-in: [x, y]', '', ! required"
    })
    void aFieldIsChecked(String check, String text, String expected) {
        assertThat(Mapped.field(
                        "matter", "{column: a, check: {%s, says: {zh: 错, en: wrong}}}".formatted(check), "a", text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "not-before: date, 2025-12-31, ! check",
        "not-before: date, 2026-01-01, 2026-01-01",
        "not-before: publishedUntil, 2000-01-01, 2000-01-01",
        "not-after: \"2030-01-01\", 2030-01-02, ! check",
        "not-after: \"2030-01-01\", '', ''"
    })
    void daysAreHeldAgainstOthers(String check, String text, String expected) {
        assertThat(Mapped.field(
                        "paidOn", "{column: a, check: {%s, says: {zh: 错, en: wrong}}}".formatted(check), "a", text))
                .isEqualTo(expected);
    }

    @Test
    void aCheckComesAfterTheConversionAndNamesItsWords() {
        String mapping = "{column: a, unit: 万元, check: {min: 100, max: 50000, says: {zh: 过大, en: too much}}}";
        assertThat(Mapped.field("amount", mapping, "a", "5")).isEqualTo("50000.00");
        assertThat(Mapped.field("amount", mapping, "a", "5.01")).isEqualTo("! check");
        assertThat(Mapped.field("amount", mapping, "a", "0")).isEqualTo("! check");
        assertThat(Mapped.field("amount", mapping, "a", "x")).isEqualTo("! bad-number");
    }

    @Test
    void partsInAThousandBecomePercent() {
        assertThat(PermilleText.percent("355‰")).isEqualTo("35.5");
        assertThat(PermilleText.percent("1")).isEqualTo("0.1");
        assertThat(PermilleText.percent("x‰")).isNull();
    }
}
