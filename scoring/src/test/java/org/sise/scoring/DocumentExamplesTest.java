package org.sise.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sise.scoring.DocumentExamples.Example;
import org.sise.scoring.cases.CaseFolder;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The language's page says what the language does. */
class DocumentExamplesTest {
    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsSound(Example example) {
        PolicyReading reading = TestPolicies.read(example.policy());
        List<String> faults = switch (reading) {
            case PolicyReading.Sound ignored -> List.of();
            case PolicyReading.Faulty faulty ->
                faulty.faults().stream().map(Object::toString).toList();
        };
        assertThat(faults).as(example.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyGoldenCaseOfAnExamplePasses(Example example) {
        if (example.cases() == null) {
            return;
        }
        CaseFolder.FileOutcome outcome = CaseFolder.test(
                Path.of("policy-language.md"),
                example.policy().getBytes(UTF_8),
                example.cases().getBytes(UTF_8),
                BuiltIn.ledgerVocabulary());
        assertThat(outcome.caseFaults()).isEmpty();
        List<String> differences = outcome.outcomes().stream()
                .filter(golden -> !golden.passed())
                .map(golden -> golden.golden().name() + golden.differences())
                .toList();
        assertThat(differences).isEmpty();
        assertThat(outcome.outcomes()).isNotEmpty();
    }

    @Test
    void everyFieldOfTheLanguageStandsInAnExample() throws IOException {
        String all = examples().stream().map(Example::text).collect(Collectors.joining("\n"));
        List<String> missing = new ArrayList<>();
        for (String name : properties(JsonMapper.shared().readTree(BuiltIn.policySchema()), new TreeSet<>())) {
            if (!Pattern.compile("(?m)(^|[\\s{,])" + name + ":\\s").matcher(all).find()) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    static List<Example> examples() throws IOException {
        return DocumentExamples.all();
    }

    private static Set<String> properties(JsonNode schema, Set<String> names) {
        JsonNode properties = schema.get("properties");
        if (properties != null && schema.has("description")) {
            names.addAll(properties.propertyNames());
        }
        schema.forEach(child -> properties(child, names));
        return names;
    }
}
