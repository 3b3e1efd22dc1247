package org.sise.core.industry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndustriesTest {

    private final Industries industries = Industries.standard();

    @Test
    void thereAreTwentySectionsAndNinetySevenDivisionsEachOfAKnownSection() {
        assertThat(industries.all())
                .filteredOn(industry -> industry.level() == Industry.Level.SECTION)
                .hasSize(20);
        assertThat(industries.all())
                .filteredOn(industry -> industry.level() == Industry.Level.DIVISION)
                .hasSize(97)
                .allSatisfy(industry ->
                        assertThat(industries.sectionOf(industry.code())).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "6210, 62, H",
        "621, 62, H",
        "62, 62, H",
        "H6210, 62, H",
        "h62, 62, H",
        "1411, 14, C",
        "H, H, H",
        "0111, 01, A"
    })
    void aClassResolvesToItsDivisionAndSection(String code, String industry, String section) {
        assertThat(industries.of(code)).isNotNull().extracting(Industry::code).isEqualTo(industry);
        assertThat(industries.sectionOf(code))
                .isNotNull()
                .extracting(Industry::code)
                .isEqualTo(section);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "98", "62100", "C6210", "Z", "餐饮", "6x10"})
    void whatIsNoCodeResolvesToNothing(String code) {
        assertThat(industries.of(code)).isNull();
        assertThat(industries.sectionOf(code)).isNull();
        assertThat(industries.isWithin(code, "H")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "6210, H, true",
        "6210, 62, true",
        "6210, 621, true",
        "6210, 6210, true",
        "H6210, 62, true",
        "6210, H62, true",
        "62, 6210, false",
        "6210, C, false",
        "6210, 61, false"
    })
    void anIndustryBelongsToItsSectionAndToItsLeadingDigits(String code, String within, boolean expected) {
        assertThat(industries.isWithin(code, within)).isEqualTo(expected);
    }
}
