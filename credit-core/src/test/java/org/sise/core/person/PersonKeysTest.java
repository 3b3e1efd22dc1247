package org.sise.core.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeysTest {

    private static final String NUMBER = "00000019800101123X";

    private final PersonKeys keys = keys("a secret of this installation");

    @ParameterizedTest
    @ValueSource(
            strings = {"00000019800101123x", " 000000 19800101 123X ", "０００００019800101123Ｘ", "000000 19800101\u3000123X"
            })
    void theSameNumberInAnotherNotationIsTheSamePerson(String text) {
        assertThat(keys.ofNumber(text)).isEqualTo(keys.ofNumber(NUMBER));
    }

    @Test
    void aKeyDoesNotShowTheNumber() {
        assertThat(keys.ofNumber(NUMBER).toString())
                .hasSize(64)
                .matches("[0-9a-f]+")
                .doesNotContain("1980");
        assertThat(keys.toString()).doesNotContain("secret of");
    }

    @Test
    void withoutTheSecretTheKeyCannotBeRecomputed() {
        assertThat(keys("another secret entirely").ofNumber(NUMBER)).isNotEqualTo(keys.ofNumber(NUMBER));
    }

    @Test
    void peopleOfOneNameAtTwoBusinessesAreTwo() {
        PersonKey here = keys.ofNameAt("王伟", "91330203674737244W");

        assertThat(keys.ofNameAt("王伟", "91110108551385082Q")).isNotEqualTo(here);
        assertThat(keys.ofNameAt("王 伟", "91330203674737244W")).isEqualTo(here);
    }

    @Test
    void aNameIsNeverTakenForANumber() {
        assertThat(keys.ofNameAt("1", "")).isNotEqualTo(keys.ofNumber("1"));
    }

    @ParameterizedTest
    @CsvSource({"00000019800101123x, 000**************X", "G1234567, G12****7", "1234567, *******", "'', ''"})
    void aMaskedNumberShowsThreeCharactersAndTheLast(String number, String masked) {
        assertThat(PersonKeys.masked(number)).isEqualTo(masked);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> keys("too short")).withMessageContaining("16 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000019800101123X", "ABCDEF"})
    void aNumberIsNoKey(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonKey(text))
                .withMessage("not a person key: 64 lower-case hexadecimal digits are needed");
    }

    private static PersonKeys keys(String secret) {
        return new PersonKeys(secret.getBytes(StandardCharsets.UTF_8));
    }
}
