package org.sise.scoring.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.read.Fault;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;

/** Runs the golden cases of a folder: each {@code NAME.cases.yaml} against the {@code NAME.yaml} beside it. */
public final class CaseFolder {
    private static final String CASES = ".cases.yaml";

    /**
     * What came of one file of cases.
     *
     * @param policyFaults why the policy cannot be read; then no case has run
     * @param caseFaults why the cases cannot be read; then none has run
     */
    public record FileOutcome(
            Path casesFile, List<Fault> policyFaults, List<Fault> caseFaults, List<CaseOutcome> outcomes) {
        public boolean passed() {
            return policyFaults.isEmpty()
                    && caseFaults.isEmpty()
                    && outcomes.stream().allMatch(CaseOutcome::passed);
        }
    }

    private CaseFolder() {}

    /** In the order of the files' names; empty if the folder has no cases. */
    public static List<FileOutcome> test(Path folder, Vocabulary vocabulary) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(CASES))
                    .sorted()
                    .toList();
        }
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path policy = file.resolveSibling(name.substring(0, name.length() - CASES.length()) + ".yaml");
            outcomes.add(test(file, Files.readAllBytes(policy), Files.readAllBytes(file), vocabulary));
        }
        return outcomes;
    }

    /** Runs one file's cases against a policy. */
    public static FileOutcome test(Path casesFile, byte[] policy, byte[] cases, Vocabulary vocabulary) {
        CasesReader.Read read = CasesReader.read(cases);
        List<Fault> caseFaults = read.faults().sorted();
        return switch (new PolicyReader(vocabulary).read(policy)) {
            case PolicyReading.Faulty faulty -> new FileOutcome(casesFile, faulty.faults(), caseFaults, List.of());
            case PolicyReading.Sound sound -> {
                Grader grader = Grader.of(sound.policy());
                List<CaseOutcome> outcomes = read.cases().stream()
                        .map(golden -> CaseOutcome.of(grader, golden))
                        .toList();
                yield new FileOutcome(casesFile, List.of(), caseFaults, outcomes);
            }
        };
    }
}
