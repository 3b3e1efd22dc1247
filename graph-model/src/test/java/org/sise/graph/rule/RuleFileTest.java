package org.sise.graph.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.graph.control.ControlRules;
import org.sise.graph.control.ControlRulesReader;

class RuleFileTest {

    private static final String SOUND = """
            in-force-from: 2024-07-01
            paths: 3
            threshold: {percent: 33.4, source: law, confidence: high}
            nominees:
              names: [甲, 乙]
              source: list
              confidence: low
            mass-holders: {businesses: 50, median-below: 5, controls-above: 20, source: design, confidence: low}
            """;

    @Test
    void a_sound_file_is_read() {
        assertThat(read(SOUND)).isEqualTo(new ControlRules(new BigDecimal("33.4"), List.of("甲", "乙"), 50, 5, 20, 3));
    }

    @Test
    void the_files_that_ship_are_sound() {
        assertThat(ControlRulesReader.builtIn().threshold()).isEqualTo("50");
    }

    @Test
    void every_fault_is_told_with_its_place() {
        assertThat(faults(SOUND.replace("33.4", "133.4")
                        .replace("paths: 3", "pathes: 3")
                        .replace("confidence: low\n", "confidence: perhaps\n")
                        .replace("2024-07-01", "July")))
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.path())
                .containsExactly(
                        "1:1 paths",
                        "1:16 in-force-from",
                        "2:1 pathes",
                        "3:22 threshold.percent",
                        "7:15 nominees.confidence");
    }

    @Test
    void a_part_that_is_missing_is_one_fault() {
        assertThat(faults(SOUND.replace("nominees:", "nominee:")))
                .extracting(RuleFault::path)
                .containsExactly("nominees", "nominee");
    }

    @Test
    void what_is_no_yaml_or_no_mapping_is_told() {
        assertThat(faults("a: [1")).hasSize(1);
        assertThat(faults("- a")).extracting(RuleFault::message).allMatch(text -> text.contains("mapping"));
        assertThat(faults("")).hasSize(1);
        assertThat(faults(SOUND + "paths: 4\n")).extracting(RuleFault::line).containsExactly(9);
        assertThatThrownBy(() -> ControlRulesReader.read("x.yaml", new byte[] {(byte) 0xff}))
                .hasMessageContaining("x.yaml:1:1")
                .hasMessageContaining("UTF-8");
    }

    private static ControlRules read(String text) {
        return ControlRulesReader.read("control.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RuleFault> faults(String text) {
        RuleException thrown = catchThrowableOfType(RuleException.class, () -> read(text));
        return thrown.faults();
    }
}
