package org.sise.server.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.Fault;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;

class NumberedLineTest {

    @Test
    void each_fault_stands_at_its_line_and_none_is_lost() {
        String yaml = "format: sise-policy/1\npolicy: Bad\norder: sideways\n";
        List<Fault> faults = faults(yaml);
        List<NumberedLine> lines = NumberedLine.of(bytes(yaml), faults);
        assertThat(lines).extracting(NumberedLine::number).containsExactly(1, 2, 3);
        assertThat(lines.get(1).faults())
                .singleElement()
                .extracting(Fault::column)
                .isEqualTo(9);
        assertThat(lines.stream().mapToInt(line -> line.faults().size()).sum()).isEqualTo(faults.size());
    }

    @Test
    void a_file_without_a_line_has_one_that_tells_what_is_wrong() {
        assertThat(NumberedLine.of(new byte[0], faults("")))
                .singleElement()
                .satisfies(line -> assertThat(line.faults()).isNotEmpty());
    }

    @Test
    void a_file_that_is_too_large_to_be_a_policy_is_not_shown() {
        assertThat(NumberedLine.of(new byte[3 << 20], List.of())).isEmpty();
    }

    private static List<Fault> faults(String yaml) {
        return switch (new PolicyReader(BuiltIn.ledgerVocabulary()).read(bytes(yaml))) {
            case PolicyReading.Sound _ -> List.of();
            case PolicyReading.Faulty faulty -> faulty.faults();
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
