package org.sise.scoring.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.read.BuiltIn;

class BuiltInCasesTest {
    private static final Path POLICIES = Path.of("src/main/resources/policies");

    @Test
    void everyGoldenCaseOfTheBuiltInPoliciesPasses() throws IOException {
        List<CaseFolder.FileOutcome> files = CaseFolder.test(POLICIES, BuiltIn.ledgerVocabulary());

        assertThat(files).isNotEmpty();
        for (CaseFolder.FileOutcome file : files) {
            assertThat(file.policyFaults()).as("%s: policy", file.casesFile()).isEmpty();
            assertThat(file.caseFaults()).as("%s", file.casesFile()).isEmpty();
            assertThat(file.outcomes().size()).as("%s", file.casesFile()).isPositive();
            for (CaseOutcome outcome : file.outcomes()) {
                assertThat(outcome.differences())
                        .as(
                                "%s:%d %s",
                                file.casesFile(),
                                outcome.golden().line(),
                                outcome.golden().name())
                        .isEmpty();
            }
        }
    }

    @Test
    void aWrongExpectationIsToldWithWhatCameOut(@TempDir Path folder) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("small.yaml"), TestPolicies.SMALL);
        java.nio.file.Files.writeString(folder.resolve("small.cases.yaml"), """
                format: sise-cases/1
                as-of: 2026-11-22
                cases:
                  - name: wrong
                    records: [{kind: penalty, date: 2026-01-01, document: A}]
                    expect: {grade: bad, score: 11, contributions: {penalty: 10}}
                """);
        CaseFolder.FileOutcome file =
                CaseFolder.test(folder, BuiltIn.ledgerVocabulary()).getFirst();
        assertThat(file.passed()).isFalse();
        assertThat(file.outcomes().getFirst().golden().line()).isEqualTo(4);
        assertThat(file.outcomes().getFirst().differences())
                .containsExactly(
                        new CaseOutcome.Difference("grade", "bad", "good"),
                        new CaseOutcome.Difference("score", "11", "10"));
    }

    @Test
    void aCaseIsGradedAmongItsPopulation(@TempDir Path folder) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("small.yaml"), TestPolicies.small("decision:", """
                        figures:
                          - id: rank
                            zh: 百分位
                            en: percentile
                            missing: unknown
                            percentile: {of: penalty}
                          - {id: twice, zh: 两倍, en: twice, missing: unknown, product: [penalty, 2]}
                        decision:"""));
        java.nio.file.Files.writeString(folder.resolve("small.cases.yaml"), """
                format: sise-cases/1
                as-of: 2026-11-22
                population:
                  - {party: {id: none}}
                  - {party: {id: two}, records: [{kind: penalty, date: 2026-01-01}, {kind: penalty, date: 2026-01-02}]}
                cases:
                  - name: a party of its own joins the population
                    records: [{kind: penalty, date: 2026-01-01, document: A}]
                    expect: {grade: good, figures: {rank: 50, twice: 20}}
                  - name: a member stands in the place of its namesake
                    party: {id: two}
                    records: [{kind: penalty, date: 2026-01-01, document: A}]
                    expect: {grade: good, figures: {rank: 100}}
                  - name: wrong
                    party: {id: two}
                    expect: {grade: good, figures: {rank: unknown, none-such: 1}}
                """);

        CaseFolder.FileOutcome file =
                CaseFolder.test(folder, BuiltIn.ledgerVocabulary()).getFirst();

        assertThat(file.policyFaults()).isEmpty();
        assertThat(file.caseFaults()).isEmpty();
        assertThat(file.outcomes()).extracting(CaseOutcome::passed).containsExactly(true, true, false);
        assertThat(file.outcomes().getLast().differences())
                .containsExactly(new CaseOutcome.Difference("figures", "{none-such=1, rank=unknown}", "{rank=0}"));
    }

    @Test
    void aFaultyCasesFileIsRefusedWithItsFaults() {
        CasesReader.Read read = CasesReader.read("""
                format: sise-cases/1
                as-of: 2026-02-30
                cases:
                  - {name: a, expect: {grade: good}, reckords: []}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(read.cases()).isEmpty();
        assertThat(read.faults().sorted())
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .containsExactly("2:8 NO_DATE", "4:38 UNKNOWN_FIELD");
    }
}
