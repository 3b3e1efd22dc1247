package org.sise.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91230500MA1B3N1N2M",
                "91330203674737244W",
                "91330282L07196379D",
                "913301065526808764",
                "91350100M000100Y43",
                "9144030071526726XG",
                "91110108551385082Q",
                "91330100799655058B",
                "914403001922038216",
                "91000000FX0000018K"
            })
    void issuedCodesPassBothChecks(String text) {
        CodeVerdict verdict = CodeVerdict.of(text);

        assertThat(verdict).isInstanceOf(CodeVerdict.Valid.class);
        assertThat(verdict.detail()).isEmpty();
        assertThat(new CreditCode(text).toString()).isEqualTo(text);
        assertThat(OrganisationCode.holds(new CreditCode(text).organisationCode()))
                .isTrue();
    }

    @Test
    void aCodeTellsItsRegionAndItsOrganisation() {
        CreditCode code = new CreditCode("91330203674737244W");

        assertThat(code.regionCode()).isEqualTo("330203");
        assertThat(code.organisationCode()).isEqualTo("674737244");
    }

    @Test
    void aCodeWhoseOrganisationCodeFailsItsOwnCheckIsValidWithANote() {
        String body = "91210400FX0000010";
        CodeVerdict verdict = CodeVerdict.of(body + CreditCode.checkCharacter(body));

        assertThat(verdict.word()).isEqualTo("valid");
        assertThat(verdict.detail()).contains("FX0000010").contains("fails its own check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 91330203674737244W",
                "91330203674737244w",
                "91330203-674737244-W",
                "91330203‑674737244–W",
                "91 3302 0367 4737 244W",
                "９１３３０２０３６７４７３７２４４Ｗ",
                "\uFEFF91330203674737244W",
                "91330203674737244W\u200E",
                "91330203674737244W\u00A0",
                "\t91330203674737244W\u3000"
            })
    void caseWidthSpacesHyphensAndInvisibleCharactersAreMended(String text) {
        CodeVerdict verdict = CodeVerdict.of(text);

        assertThat(verdict.word()).isEqualTo("mended");
        assertThat(verdict.detail()).isEqualTo("91330203674737244W");
        assertThat(verdict.code()).isEqualTo(new CreditCode("91330203674737244W"));
    }

    @ParameterizedTest
    @CsvSource({
        "110108000000016, former registration number of 15 digits",
        "1101 0800 0000 016, former registration number of 15 digits",
        "110108000000017, its check digit does not hold"
    })
    void fifteenDigitsAreAFormerNumberAndNotABadCode(String text, String detail) {
        CodeVerdict verdict = CodeVerdict.of(text);

        assertThat(verdict.word()).isEqualTo("registration-number");
        assertThat(verdict.detail()).endsWith(detail);
        assertThat(verdict.code()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 为空 / is empty",
        "'  ', 为空 / is empty",
        "9133020367473724, 'has 16 characters, not 18'",
        "91330203674737244X, 'the check character should be W, it is X'",
        "9133O203674737244W, 'character 5, ''O'', is not in the alphabet (0?)'",
        "91330203674737244测, 'character 18, ''测'', is not in the alphabet'",
        "91A30203674737244W, 'characters 3 to 8 must be digits, character 3 is ''A'''",
        "674737244, 'is an organisation code, not a credit code'"
    })
    void whatIsNoCodeIsToldWhy(String text, String why) {
        CodeVerdict verdict = CodeVerdict.of(text);

        assertThat(verdict.word()).isEqualTo("invalid");
        assertThat(verdict.detail()).contains(why);
        assertThat(verdict.code()).isNull();
    }

    @Test
    void theConstructorRefusesWhatIsNoCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditCode("91330203674737244w"))
                .withMessageContaining("not in the alphabet");
    }

    @Property
    void anySeventeenCharactersAndTheirCheckCharacterAreACode(@ForAll("bodies") String body) {
        CodeVerdict verdict = CodeVerdict.of(body + CreditCode.checkCharacter(body));

        assertThat(verdict.word()).isEqualTo("valid");
    }

    @Property
    void aSingleChangedCharacterIsNeverACode(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 17) int place, @ForAll("characters") char other) {
        String code = body + CreditCode.checkCharacter(body);
        StringBuilder changed = new StringBuilder(code);
        changed.setCharAt(place, other);

        assertThat(CodeVerdict.of(changed.toString()) instanceof CodeVerdict.Valid)
                .isEqualTo(code.charAt(place) == other);
    }

    @Property
    void aLowerCasedCodeIsMendedToTheSame(@ForAll("bodies") String body) {
        CreditCode code = new CreditCode(body + CreditCode.checkCharacter(body));

        assertThat(CodeVerdict.of(code.value().toLowerCase(Locale.ROOT)).code()).isEqualTo(code);
    }

    @Property
    void noTextMakesTheVerdictFail(@ForAll String text) {
        assertThat(CodeVerdict.of(text).word()).isIn("valid", "mended", "registration-number", "invalid");
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(ALPHABET);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Combinators.combine(
                        Arbitraries.strings().withChars(ALPHABET).ofLength(2),
                        Arbitraries.strings().numeric().ofLength(6),
                        Arbitraries.strings().withChars(ALPHABET).ofLength(9))
                .as((authority, region, organisation) -> authority + region + organisation);
    }
}
