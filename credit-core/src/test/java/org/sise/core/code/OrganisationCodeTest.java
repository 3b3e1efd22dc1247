package org.sise.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"MA1B3N1N2", "674737244", "L07196379", "71526726X", "192203821", "FX0000018"})
    void issuedCodesHold(String code) {
        assertThat(OrganisationCode.holds(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"674737243", "71526726x", "71526726-X", "7152672", "", "7152672测X", "7152 726X"})
    void othersDoNot(String text) {
        assertThat(OrganisationCode.holds(text)).isFalse();
    }

    @Test
    void theCheckCharacterTenIsWrittenX() {
        assertThat(OrganisationCode.checkCharacter("71526726")).isEqualTo('X');
    }

    @Property
    void anyEightCharactersAndTheirCheckCharacterHold(
            @ForAll @StringLength(8) @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z') String body) {
        assertThat(OrganisationCode.holds(body + OrganisationCode.checkCharacter(body)))
                .isTrue();
    }
}
