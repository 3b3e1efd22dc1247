package org.sise.scoring.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;

/** What {@code docs/a-second-jurisdiction.md} shows is so. */
class SecondJurisdictionTest {
    private String page = "";
    private String policy = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/a-second-jurisdiction.md"));
        policy = blocks("yaml").stream()
                .filter(block -> !block.startsWith("format: sise-cases"))
                .collect(Collectors.joining());
    }

    @Test
    void thePolicyOfThePageIsSoundAndHasTheDigestThatItShows() {
        assertThat(page).contains("digest " + sound().digest() + "\n");
    }

    @Test
    void itsGoldenCasesPass() {
        String cases = blocks("yaml").getLast();
        CaseFolder.FileOutcome outcome = CaseFolder.test(
                Path.of("fhrs.cases.yaml"), policy.getBytes(UTF_8), cases.getBytes(UTF_8), BuiltIn.ledgerVocabulary());

        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.outcomes())
                .hasSize(2)
                .allSatisfy(one -> assertThat(page)
                        .contains("fhrs.cases.yaml:%d %s\n"
                                .formatted(one.golden().line(), one.golden().name())));
    }

    @Test
    void theThreeLinesOfItsTableGetTheRatingsThatItShows() {
        Grader grader = Grader.of(sound());
        List<String> lines = blocks("csv").getFirst().lines().toList();
        String[] columns = lines.getFirst().split(",");

        assertThat(lines).hasSize(4);
        for (String line : lines.subList(1, 4)) {
            String[] cells = line.split(",");
            Map<String, String> fields = new HashMap<>();
            for (int c = 4; c < columns.length; c++) {
                fields.put(columns[c], cells[c]);
            }
            Fact fact = Fact.of(cells[1], LocalDate.parse(cells[2]), cells[3], fields);
            Graded.Result result = (Graded.Result) grader.grade(TestPolicies.party(fact), LocalDate.of(2026, 11, 22));
            assertThat(page)
                    .contains("%s\t%s\t%s\n".formatted(cells[0], result.grade().id(), result.score()));
        }
    }

    @Test
    void itsTwoSlipsGiveTheFaultsThatItShows() {
        String slips = policy.replace("field: structural, unit: 1", "field: structual, unit: 1")
                .replace("grade: rating-3}", "grade: rating-33}");
        PolicyReading reading = reader().read(slips.getBytes(UTF_8));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        PolicyReading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .hasSize(3)
                                .allSatisfy(fault -> assertThat(page).contains("fhrs.yaml:" + fault + "\n")));
    }

    private Policy sound() {
        return reader().read(policy.getBytes(UTF_8)).orThrow();
    }

    private static PolicyReader reader() {
        return new PolicyReader(BuiltIn.ledgerVocabulary());
    }

    private List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
