package org.sise.supervision.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksTest {

    private static final Benchmarks BENCHMARKS = Benchmarks.standard();

    @Test
    void every_benchmark_has_bounds_in_order_and_a_source() {
        assertThat(BENCHMARKS.all()).hasSize(55).allSatisfy(one -> {
            assertThat(one.least()).isLessThanOrEqualTo(one.most());
            assertThat(one.generalFrom()).isBetween(one.least(), one.heavyFrom());
            assertThat(one.source()).isNotBlank();
            assertThat(LawArticle.first(one.basis())).isNotNull();
        });
        assertThat(BENCHMARKS.circumstances()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "食品安全法 第122条 | DB01 DB02",
                "《中华人民共和国食品安全法》第一百二十二条第一款 | DB01 DB02",
                "《中华人民共和国食品安全法》第一百二十五条第二款 | DB09",
                "食品安全法 第125条 | DB07 DB08 DB09",
                "《中华人民共和国市场主体登记管理条例》第四十三条 | DB24 DB25",
                "中华人民共和国市场主体登记管理条例实施细则第七十条 | DB32",
                "登记管理条例实施细则 第43条 | ",
                "药品管理法 第115条、第118条 | DB55",
                "食品安全法 第12条 | ",
            })
    void an_article_is_found_in_arabic_and_chinese_numerals(String basis, @Nullable String ids) {
        assertThat(String.join(
                        " ", BENCHMARKS.of(basis).stream().map(Benchmark::id).toList()))
                .isEqualTo(ids == null ? "" : ids);
    }

    @ParameterizedTest
    @CsvSource({
        "特种设备安全法 第84条, 30000, , LIGHT",
        "特种设备安全法 第84条, 150000, , GENERAL",
        "特种设备安全法 第84条, 300000, , HEAVY",
        "特种设备安全法 第84条, 29999.99, , BELOW",
        "特种设备安全法 第84条, 300000.01, , ABOVE",
        "特种设备安全法 第84条, 0, , NONE",
        "特种设备安全法 第1条, 50000, , NONE",
        "食品安全法 第122条, 49999, , BELOW",
        "食品安全法 第122条, 250000, , UNKNOWN",
        "食品安全法 第122条, 250000, 9000, ABOVE",
        "食品安全法 第122条, 250000, 20000, LIGHT",
        "食品安全法 第122条, 150000, 20000, BELOW",
        "食品安全法 第122条, 450000, 20000, ABOVE",
        "药品管理法 第115条, 99999, 1000, BELOW",
    })
    void a_fine_is_laid_beside_what_the_law_allows(
            String basis, BigDecimal fine, @Nullable BigDecimal value, Verdict verdict) {
        assertThat(Benchmarks.judge(BENCHMARKS.of(basis), fine, value).verdict())
                .isEqualTo(verdict);
    }
}
