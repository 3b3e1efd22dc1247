package org.sise.integrations.mending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MendingRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "replace   |罚款       |罚 款     |-       |罚款          |罚 款",
                "replace   |罚款       |警告      |-       |罚款和警告    |罚款和警告",
                "match     |(\\d+)万   |$10000   |-       |处3万元       |处30000元",
                "match     |^(a+)+$   |x        |-       |aaaa         |x",
                "day       |d/M/yyyy  |-        |-       |5/3/2026     |2026-03-05",
                "day       |yyyy年M月d日|-       |-       |2026年2月30日 |2026年2月30日",
                "day       |yyyyMMdd  |-        |-       |２０２６０３０５|2026-03-05",
                "normalise |-         |-        |remove  |９１ ２１Ａ　Ｂ  |9121AB",
                "normalise |-         |-        |collapse|'  a   b '   |a b",
                "normalise |-         |-        |strip   |'　a  b '    |a  b",
                "constant  |-         |沈阳      |-       |本溪          |沈阳",
                "copy      |other     |-        |-       |x            |other cell",
                "copy      |absent    |-        |-       |x            |x"
            })
    void aRuleMendsWhatItFitsAndLeavesTheRest(
            String rule, String from, String to, String spaces, String cell, String mended) {
        Map<String, String> words = new HashMap<>(Map.of("rule", rule, "column", "c"));
        put(words, "from", from);
        put(words, "to", to);
        put(words, "spaces", spaces);
        MendingRule read = RuleWords.read(words);
        assertThat(read.mended(cell, Map.of("c", cell, "other", "other cell"))).isEqualTo(mended);
        MendingRule again = RuleWords.read(RuleWords.write(read));
        assertThat(again.mended(cell, Map.of("c", cell, "other", "other cell"))).isEqualTo(mended);
    }

    private static void put(Map<String, String> words, String name, String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    @Test
    void aConstantMayFillEmptyCellsOnly() {
        MendingRule rule = RuleWords.read(Map.of("rule", "constant", "column", "c", "to", "沈阳", "only-empty", "true"));
        assertThat(rule.mended("本溪", Map.of())).isEqualTo("本溪");
        assertThat(rule.mended("", Map.of())).isEqualTo("沈阳");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(a|aa)+$",
                "(a*)*$",
                "([a-z]+)*=",
                "(.*,){9}x",
                "(x+x+)+y",
                "^(([a-z])+.)+[A-Z]([a-z])+$"
            })
    void anExpressionThatWouldRunAwayIsStoppedOrRefused(String expression) {
        String text = "a".repeat(2_000) + "!";
        try {
            BoundedPattern pattern = BoundedPattern.of(expression);
            assertThat(pattern.replaceAll(text, "-")).isEqualTo(text);
        } catch (MendingFault e) {
            assertThat(e.field()).isEqualTo("from");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "(a){2000000000}", "^{2000000000}", "a{2}{3}", "(?:){9}", "[a-z"})
    void anExpressionThatCannotBeBoundOrReadIsRefusedWithItsField(String expression) {
        assertThatThrownBy(() -> RuleWords.read(Map.of("rule", "match", "column", "c", "from", expression, "to", "")))
                .isInstanceOfSatisfying(MendingFault.class, fault -> {
                    assertThat(fault.field()).isEqualTo("from");
                    assertThat(fault.message()).contains(" / ");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2", "${name}", "$", "\\", "\\n"})
    void aReplacementMayOnlyNameGroupsThatAreThere(String to) {
        assertThatThrownBy(() -> RuleWords.read(Map.of("rule", "match", "column", "c", "from", "(a)", "to", to)))
                .isInstanceOfSatisfying(
                        MendingFault.class, fault -> assertThat(fault.field()).isEqualTo("to"));
    }

    @Test
    void whatARuleLacksIsNamed() {
        assertThat(field(Map.of("rule", "replace"))).isEqualTo("column");
        assertThat(field(Map.of("rule", "guess", "column", "c"))).isEqualTo("rule");
        assertThat(field(Map.of("rule", "copy", "column", "c", "from", "c"))).isEqualTo("from");
        assertThat(field(Map.of("rule", "day", "column", "c", "from", "qqqqqqq")))
                .isEqualTo("from");
        assertThat(field(Map.of("rule", "normalise", "column", "c", "spaces", "some")))
                .isEqualTo("spaces");
    }

    private static String field(Map<String, String> words) {
        try {
            return "none: " + RuleWords.read(words);
        } catch (MendingFault e) {
            return e.field();
        }
    }
}
