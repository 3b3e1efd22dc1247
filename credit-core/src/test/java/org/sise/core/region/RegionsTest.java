package org.sise.core.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {

    private final Regions regions = Regions.standard();

    @Test
    void everyDivisionButTheTopHasAParentThatIsKnown() {
        assertThat(regions.all())
                .hasSizeGreaterThan(100)
                .filteredOn(region -> region.level() != Region.Level.PROVINCE)
                .allSatisfy(region -> assertThat(regions.byCode(Objects.requireNonNull(region.parent())))
                        .isNotNull());
    }

    @Test
    void everyOfficialDivisionLiesInItsParentByItsDigits() {
        assertThat(regions.all()).filteredOn(Region::official).allSatisfy(region -> {
            if (region.parent() != null) {
                assertThat(region.code()).startsWith(Regions.prefixOf(region.parent()));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "大连, 210200",
        "大连市, 210200",
        "辽宁省大连市, 210200",
        "辽宁, 210000",
        "沈抚新区, 211500",
        "沈抚示范区, 211500",
        "沈抚改革创新示范区, 211500",
        "辽宁省抚顺市沈抚新区, 211500",
        "' 浑南 ', 210112",
        "沈北, 210113",
        "清原, 210423",
        "喀喇沁左翼蒙古族自治县, 211324",
        "沈阳市铁西区, 210106",
        "鞍山铁西, 210303"
    })
    void namesAreFoundWithAndWithoutTheWordForTheirLevel(String name, String code) {
        assertThat(regions.byName(name)).isNotNull().extracting(Region::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"抚顺, 210400", "朝阳, 211300", "铁岭, 211200", "铁岭县, 211221", "抚顺县, 210421"})
    void aShortNameMeansTheCityRatherThanTheCounty(String name, String code) {
        assertThat(regions.byName(name)).isNotNull().extracting(Region::code).isEqualTo(code);
    }

    @Test
    void anAmbiguousNameIsNotGuessed() {
        assertThat(regions.named("铁西区")).extracting(Region::code).containsExactly("210106", "210303");
        assertThat(regions.named("铁西")).hasSize(2);
        assertThat(regions.byName("铁西区")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "北京市", "区", "991500"})
    void whatIsNoNameFindsNothing(String name) {
        assertThat(regions.named(name)).isEmpty();
        assertThat(regions.byName(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "211500, 210400, true",
        "211500, 2104, true",
        "211500, 210000, true",
        "211500, 211500, true",
        "211500, 2115, true",
        "211500, 210100, false",
        "210400, 211500, false",
        "210402, 210400, true",
        "210402, 21, true",
        "210402, 2104, true",
        "210402, 210403, false",
        "210402, 210100, false",
        "110108, 11, true",
        "110108, 210000, false"
    })
    void aDivisionLiesInWhatItsDigitsSayAndAZoneInWhatItBelongsTo(String code, String within, boolean expected) {
        assertThat(regions.isWithin(code, within)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"210000, 21", "210400, 2104", "211500, 2115", "210402, 210402", "2104, 2104", "21, 21", "210100, 2101"})
    void aPrefixIsTheCodeWithoutTrailingPairsOfZeros(String code, String prefix) {
        assertThat(Regions.prefixOf(code)).isEqualTo(prefix);
    }

    @Test
    void theZoneHasNoOfficialCode() {
        Region zone = Objects.requireNonNull(regions.byCode("211500"));

        assertThat(zone.official()).isFalse();
        assertThat(zone.level()).isEqualTo(Region.Level.ZONE);
        assertThat(zone.parent()).isEqualTo("210400");
        assertThat(zone.prefix()).isEqualTo("2115");
    }
}
