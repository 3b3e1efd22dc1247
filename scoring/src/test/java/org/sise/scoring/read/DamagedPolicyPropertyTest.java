package org.sise.scoring.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sise.scoring.grade.Grader;

class DamagedPolicyPropertyTest {
    private static final String SHENFU = new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8);
    private static final List<String> LINES = SHENFU.lines().toList();
    private static final List<String> VALUES =
            List.of("", "-1", "[]", "{}", "x", "null", "&a", "{a: b}", "[1, 2]", "\"");

    @Property(tries = 400)
    void aLostLineIsNeverMoreThanAFault(@ForAll @IntRange(max = 371) int line) {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(line % lines.size());
        check(String.join("\n", lines));
    }

    @Property(tries = 600)
    void anotherValueIsNeverMoreThanAFault(
            @ForAll @IntRange(max = 371) int line, @ForAll @IntRange(max = 9) int value) {
        List<String> lines = new ArrayList<>(LINES);
        String old = lines.get(line % lines.size());
        lines.set(line % lines.size(), old.substring(0, old.indexOf(':') + 1) + " " + VALUES.get(value));
        check(String.join("\n", lines));
    }

    @Property(tries = 400)
    void aCutFileIsNeverMoreThanAFault(@ForAll @IntRange(max = 20_000) int length) {
        check(SHENFU.substring(0, Math.min(length, SHENFU.length())));
    }

    /** Either faults with places inside the file, or a policy that grades. */
    private static void check(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        switch (new PolicyReader(BuiltIn.ledgerVocabulary()).read(bytes)) {
            case PolicyReading.Faulty faulty ->
                assertThat(faulty.faults())
                        .isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault.line())
                                .isBetween(1, (int) yaml.lines().count() + 2));
            case PolicyReading.Sound sound ->
                assertThat(Grader.grade(
                                sound.policy(), party(penalty("2026-10-01", "A", "severity", "serious")), TODAY))
                        .isNotNull();
        }
    }
}
