package org.sise.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "沈市监处罚〔2026〕12号",
                "沈市监处罚[2026]12号",
                "沈市监处罚［2026］12号",
                "沈市监处罚(2026)12号",
                "沈市监处罚（2026）12号",
                "沈市监处罚【2026】12号",
                "沈市监处罚﹝2026﹞12号",
                "沈市监处罚〔２０２６〕１２号",
                " 沈市监处罚 〔2026〕 12 号\u3000",
                "\uFEFF沈市监处罚〔2026〕12\u200B号"
            })
    void oneNumberInManyNotationsIsOneNumber(String text) {
        assertThat(DocumentNumber.of(text)).isEqualTo(DocumentNumber.of("沈市监处罚〔2026〕12号"));
        assertThat(DocumentNumber.of(text)).hasToString("沈市监处罚〔2026〕12号");
    }

    @Test
    void otherNumbersStayApart() {
        assertThat(DocumentNumber.of("沈市监处罚〔2026〕12号"))
                .isNotEqualTo(DocumentNumber.of("沈市监处罚〔2026〕112号"))
                .isNotEqualTo(DocumentNumber.of("沈市监处罚〔2025〕12号"))
                .isNotEqualTo(DocumentNumber.of("抚市监处罚〔2026〕12号"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\t"})
    void anEmptyNumberIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentNumber.of(text))
                .withMessageContaining("empty");
    }

    @Property
    void theCanonicalFormIsItsOwn(
            @ForAll
                    @NotBlank
                    @StringLength(max = 40)
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '\u3000', to = '\u30ff')
                    @CharRange(from = '\uff01', to = '\uff60')
                    String text) {
        DocumentNumber number = DocumentNumber.of(text + "号");

        assertThat(DocumentNumber.of(number.value())).isEqualTo(number);
    }
}
