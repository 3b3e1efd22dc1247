package org.sise.scoring.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.small;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sise.scoring.DocumentExamples;
import org.sise.scoring.TestPolicies;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of the language, held against the reader. */
class PolicySchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEXT = new String(BuiltIn.policySchema(), StandardCharsets.UTF_8);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);
    private static final String SAYS = "basis: 依据, says: {zh: 说明, en: words}";

    @ParameterizedTest
    @MethodSource("policies")
    void everyBuiltInPolicyIsValid(Path policy) throws IOException {
        assertThat(errors(Files.readString(policy))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatTheReaderTakesTheSchemaTakes(DocumentExamples.Example example) {
        assertThat(TestPolicies.read(example.policy())).isInstanceOf(PolicyReading.Sound.class);
        assertThat(errors(example.policy())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: sise-policy/1 | format: sise-policy/2",
                "policy: small | policy: Small Policy",
                "policy: small | polisy: small",
                "basis: 行政处罚法 第48条 | `# none`",
                "confidence: low | confidence: certain",
                "in-force-from: 2026-01-01 | in-force-from: next year",
                "scope: {} | scope: {regions: ['21']}",
                "{id: good, zh: 好, en: good} | {id: good, zh: 好, en: good, colour: green}",
                "weight: 1 | weight: -1",
                "points: 10 | points: ten",
                "points: 10 | points: 10001",
                "measure: count | measure: average",
                "measure: count | measure: {sum: amount, unit: 0, missing: 0}",
                "measure: count | measure: {distinct: []}",
                "age: any | age: [{from: -1, factor: 1}]",
                "age: any | age: {half-life: -6, until: 24}",
                "age: any | age: {half-life: 6}",
                "absent: {points: 0, zh: 无, en: none} | absent: {zh: 无, en: none}",
                "absent: {points: 0, zh: 无, en: none} | absent: {points: 0, unknown: true, zh: 无, en: none}",
                "points: 10 | `points: 10, cap: 0`",
                "points: 10 | `points: 10, where: {severity: {more-than: 3}}`",
                "points: 10 | `points: 10, group-cap: {by: document}`",
                "points: 10 | `points: 10, exempt: {where: {}, clear-months: 3, basis: 依据}`",
                "points: 10 | `points: 10, weights: {field: severity, values: {minor: 1}}`",
            })
    void whatIsNoPolicyIsNotValid(String part, String replacement) {
        String broken = replacement.replace("points: 10, ", "points: 10\n    ");
        assertThat(errors(small(part, broken))).isNotEmpty();
        assertThat(TestPolicies.read(small(part, broken))).isInstanceOf(PolicyReading.Faulty.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "figures: [{id: a, zh: 甲, en: a, missing: unknown}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, max: [penalty], min: [penalty]}]",
                "figures: [{id: a, zh: 甲, en: a, missing: skip, ratio: {of: penalty, per: 2}}]",
                "figures: [{id: a, zh: 甲, en: a, missing: perhaps, sum: [penalty]}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, sum: []}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, difference: [penalty]}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, dimension: credit, sum: [penalty]}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, count: {of: [penalty]}}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, percentile: {of: penalty, groups: {by: penalty, from: []}}}]",
                "figures: [{id: a, zh: 甲, en: a, missing: unknown, control-limits: {bad: penalty, of: 3, yardstick: 1, step: 0.03, z: 1.6}}]",
                "vetoes: [{id: v, kind: penalty, says: {zh: 说, en: w}}]",
                "floors: [{id: f, kind: penalty, %s}]",
                "shifts: [{id: s, kind: penalty, by: 0, %s}]",
                "minimum-data: {id: m, of: [], grade: bad, %s}",
                "new-business: {id: n, under-months: 0, unknown-registration: new, grade: bad, %s}",
                "dormant: {id: d, kinds: [permit], months: 3, unknown-registration: perhaps, grade: bad, %s}",
                "exposure: {id: e, indicators: [], at-most: 1, never: bad, %s}",
                "steadiness: {id: s, %s}",
            })
    void neitherIsARuleOrAFigureThatDoesNotHold(String part) {
        String broken = SMALL + part.formatted(SAYS) + "\n";
        assertThat(errors(broken)).isNotEmpty();
        assertThat(TestPolicies.read(broken)).isInstanceOf(PolicyReading.Faulty.class);
    }

    @Test
    void everyPropertyIsDescribedInBothLanguages() {
        JsonNode root = JSON.readTree(TEXT);
        assertThat(undescribed(root, "")).isEmpty();
    }

    @Test
    void theKindsThatItCompletesAreTheLedgers() {
        JsonNode kinds = JSON.readTree(TEXT).at("/$defs/kind/anyOf/0/enum");
        assertThat(kinds.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(BuiltIn.ledgerVocabulary().kinds().keySet());
    }

    static Stream<Path> policies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/policies"))) {
            return files
                    .filter(file -> !file.toString().endsWith(".cases.yaml"))
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList()
                    .stream();
        }
    }

    static List<DocumentExamples.Example> examples() throws IOException {
        return DocumentExamples.all();
    }

    private static List<String> undescribed(JsonNode node, String path) {
        List<String> found = new java.util.ArrayList<>();
        JsonNode properties = node.get("properties");
        if (properties != null && node.has("description")) {
            properties.properties().forEach(property -> {
                JsonNode description = property.getValue().get("description");
                boolean both = description != null && description.asString().matches("(?s).*\\p{IsHan}.* / .*[a-z].*");
                if (!both) {
                    found.add(path + "/" + property.getKey());
                }
            });
        }
        node.properties().forEach(child -> found.addAll(undescribed(child.getValue(), path + "/" + child.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(undescribed(node.get(i), path + "/" + i));
        }
        return found;
    }

    private static List<Error> errors(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JSON.valueToTree(tree));
    }
}
