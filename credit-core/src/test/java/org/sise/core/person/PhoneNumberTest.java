package org.sise.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "024-23456789",
                "(024)23456789",
                "（０２４）２３４５６７８９",
                "+86 24 2345 6789",
                "+86-024-23456789",
                "+86 (0)24 23456789",
                "0086-24-23456789",
                "86-24-23456789",
                "8602423456789",
                "02423456789",
                "2423456789",
                "024—2345 6789",
                "024-23456789-801",
                "024-23456789转801",
                "024-23456789 ext. 801"
            })
    void oneNumberInAllItsNotations(String text) {
        assertThat(PhoneNumber.of(text, null)).isEqualTo(new PhoneNumber("2423456789"));
    }

    @ParameterizedTest
    @CsvSource({
        "13912345678, 13912345678",
        "1391234-5678, 13912345678",
        "+86 139 1234 5678, 13912345678",
        "013912345678, 13912345678",
        "8613912345678, 13912345678",
        "010-62345678, 1062345678",
        "0413-2345678, 4132345678",
        "0431-82345678, 43182345678",
        "400-810-8888, 4008108888",
        "+852 2123 4567, +85221234567",
        "00852-21234567, +85221234567"
    })
    void numbersOfOtherKindsHaveTheirFormToo(String text, String digits) {
        assertThat(PhoneNumber.of(text, null)).isEqualTo(new PhoneNumber(digits));
    }

    @Test
    void aNumberWithoutItsAreaCodeTakesThatOfTheFeed() {
        assertThat(PhoneNumber.of("2345-6789", null)).isNull();
        assertThat(PhoneNumber.of("2345-6789", "024")).isEqualTo(new PhoneNumber("2423456789"));
        assertThat(PhoneNumber.of("0413-2345678", "024")).isEqualTo(new PhoneNumber("4132345678"));
        assertThat(PhoneNumber.of("86234567", "024")).isEqualTo(new PhoneNumber("2486234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "暂无",
                "12315",
                "95588",
                "00000000",
                "88888888",
                "11111111111",
                "024-23456789/13912345678",
                "13912345678 13812345678",
                "024-234567",
                "1391234567",
                "12345678901",
                "+86",
                "00",
                "210102199001010019"
            })
    void whatIsNoNumberOrSeveralIsNone(String text) {
        assertThat(PhoneNumber.of(text, "024")).isNull();
    }

    @Test
    void aTelephoneIsNeverTakenForAnIdentityNumberAndIsNotShown() {
        PersonKeys keys = new PersonKeys("a secret of this installation".getBytes(StandardCharsets.UTF_8));
        PhoneNumber number = new PhoneNumber("13912345678");
        assertThat(keys.ofPhone(number)).isNotEqualTo(keys.ofNumber("13912345678"));
        assertThat(keys.ofPhone(number)).hasToString(keys.ofPhone(number).hex());
        assertThat(number.toString()).doesNotContain("1391234");
    }

    @Test
    void areaCodesComeWithTheTrunkDigitOrWithout() {
        assertThat(PhoneNumber.isArea("024")).isTrue();
        assertThat(PhoneNumber.isArea("24")).isTrue();
        assertThat(PhoneNumber.isArea("0413")).isTrue();
        assertThat(PhoneNumber.isArea("沈阳")).isFalse();
        assertThat(PhoneNumber.isArea("086")).isFalse();
    }
}
