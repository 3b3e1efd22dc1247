package org.sise.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.scoring.read.BuiltIn;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandTest {
    private static final String SHENFU = "shenfu-four-colour";
    private static final String DAY = "2026-11-22";
    private static final String SMALL = """
            format: sise-policy/1
            policy: small
            version: "1"
            title: {zh: 小政策, en: Small policy}
            in-force-from: 2026-01-01
            basis: 行政处罚法
            source: design
            confidence: low
            order: highest-first
            scope: {}
            grades:
              - {id: good, zh: 好, en: good}
              - {id: bad, zh: 差, en: bad}
            dimensions:
              - {id: credit, zh: 信用, en: credit, weight: 1, start: 0, least: 0}
            indicators:
              - id: penalty
                dimension: credit
                kind: penalty
                measure: count
                points: 10
                age: any
                absent: {points: 0, zh: 无, en: none}
                basis: 行政处罚法 第48条
                says: {zh: "{date} {document} {points}", en: "{date} {document} {points}"}
            decision:
              bands:
                - {grade: good, to: 20}
                - {grade: bad, from: 20}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine sise;

    @BeforeEach
    void a_command_line_that_can_be_read() {
        sise = Sise.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }

    @Test
    void a_sound_policy_is_no_fault_by_file_and_by_name() throws IOException {
        assertThat(sise.execute("policy", "check", SHENFU)).isZero();
        assertThat(out.toString()).startsWith("无误 / no faults: shenfu-four-colour");
        assertThat(sise.execute("policy", "check", file("small.yaml", SMALL), "--json"))
                .isZero();
        JsonNode verdict =
                JsonMapper.shared().readTree(out.toString().lines().toList().getLast());
        assertThat(verdict.get("valid").asBoolean()).isTrue();
        assertThat(verdict.get("policy").asString()).isEqualTo("small");
    }

    @Test
    void each_fault_of_a_policy_is_told_at_its_line_with_its_remedy() throws IOException {
        String name =
                file("faulty.yaml", SMALL.replace("points: 10", "pionts: 10").replace("grade: bad", "grade: worse"));
        assertThat(sise.execute("policy", "check", name)).isEqualTo(1);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith(name + ":21:5 ").contains("未知字段“pionts”"));
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line).startsWith(name + ":29:15 ").contains("good, bad"));

        assertThat(sise.execute("policy", "check", name, "--json")).isEqualTo(1);
        JsonNode fault = JsonMapper.shared()
                .readTree(out.toString().lines().toList().getLast())
                .get("faults")
                .get(0);
        assertThat(fault.get("line").asInt()).isEqualTo(13);
        assertThat(fault.get("code").asString()).isEqualTo("UNREACHABLE_GRADE");
        assertThat(fault.get("remedy").get("en").asString()).contains("remove it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a cycle            | decision: | figures: [{id: a, zh: 甲, en: a, missing: unknown, sum: [b]}, {id: b, zh: 乙, en: b, missing: unknown, sum: [a]}]\\ndecision: | CIRCLE",
                "an overlap         | {grade: bad, from: 20} | {grade: bad, from: 19} | BAND_OVERLAP",
                "a gap              | {grade: bad, from: 20} | {grade: bad, from: 21} | BAND_GAP",
                "an unknown field   | points: 10 | points: 10\\n    where: {colour: red} | UNKNOWN_KIND_FIELD",
                "a negative half-life | age: any | age: {half-life: -6, until: 24} | NEGATIVE_MONTHS",
                "no legal basis     | basis: 行政处罚法 第48条 | '#' | MISSING_BASIS",
                "empty peer groups  | decision: | figures: [{id: a, zh: 甲, en: a, missing: unknown, percentile: {of: penalty, groups: {by: penalty, from: []}}}]\\ndecision: | EMPTY_GROUPS",
                "no YAML            | scope: {} | scope: [} | SYNTAX",
                "an alias in itself | scope: {} | scope: &x [*x] | BAD_ALIAS",
            })
    void what_a_policy_cannot_be_is_a_negative_answer(String what, String part, String replacement, String code)
            throws IOException {
        assertThat(SMALL).contains(part);
        String policy = file("policy.yaml", SMALL.replace(part, replacement.replace("\\n", "\n")));
        assertThat(sise.execute("policy", "check", policy, "--json")).as(what).isEqualTo(1);
        assertThat(out.toString()).as(what).contains("\"" + code + "\"");
        assertThat(sise.execute(
                        "policy", "grade", policy, "--records", file("R.csv", "party,kind,date\n"), "--as-of", DAY))
                .isEqualTo(2);
        assertThat(err.toString()).contains(policy + ":");
    }

    @Test
    void ten_thousand_indicators_and_a_bomb_of_aliases_are_refused() throws IOException {
        String one = SMALL.substring(SMALL.indexOf("  - id: penalty"), SMALL.indexOf("decision:"));
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> one.replace("id: penalty", "id: penalty-" + i))
                .collect(Collectors.joining());
        assertThat(sise.execute("policy", "check", file("many.yaml", SMALL.replace(one, many)), "--json"))
                .isEqualTo(1);
        assertThat(out.toString()).containsAnyOf("TOO_MANY", "TOO_LARGE");

        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "x"));
        }
        assertThat(sise.execute("policy", "check", file("bomb.yaml", bomb + SMALL), "--json"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("BAD_ALIAS");
    }

    @Test
    void the_languages_schema_is_printed_for_editors() {
        assertThat(sise.execute("policy", "schema")).isZero();
        JsonNode schema = JsonMapper.shared().readTree(out.toString());
        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("properties").has("decision")).isTrue();
    }

    @Test
    void what_is_no_file_is_bad_input() throws IOException {
        assertThat(sise.execute("policy", "check", "no-such-policy")).isEqualTo(2);
        assertThat(err.toString()).contains("没有文件或内置政策 no-such-policy");
        assertThat(sise.execute("policy", "check", folder.toString())).isEqualTo(2);
        assertThat(sise.execute("policy", "test", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(sise.execute("policy", "test", folder.toString())).isEqualTo(2);
        assertThat(sise.execute("policy", "grade", SHENFU, "--records", "nowhere.csv", "--as-of", DAY))
                .isEqualTo(2);
        assertThat(sise.execute(
                        "policy", "grade", SHENFU, "--records", file("R.csv", "party,kind,date\n"), "--as-of", "soon"))
                .isEqualTo(2);
        assertThat(sise.execute("policy", "grade", SHENFU, "--as-of", DAY)).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void golden_cases_are_named_and_their_differences_shown() throws IOException {
        file("small.yaml", SMALL);
        String cases = """
                format: sise-cases/1
                as-of: 2026-11-22
                cases:
                  - name: 两次处罚为差
                    records: [{kind: penalty, date: 2026-01-01}, {kind: penalty, date: 2026-02-01}]
                    expect: {grade: bad, score: 20}
                """;
        file("small.cases.yaml", cases);
        assertThat(sise.execute("policy", "test", folder.toString())).isZero();
        assertThat(out.toString()).contains("通过 pass", "两次处罚为差", "1 passed, 0 failed");

        file("small.cases.yaml", cases.replace("score: 20", "score: 21"));
        assertThat(sise.execute("policy", "test", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("不符 FAIL", "small.cases.yaml:4 ", "expected 21, got 20");
        assertThat(sise.execute("policy", "test", folder.toString(), "--json")).isEqualTo(1);
        JsonNode result =
                JsonMapper.shared().readTree(out.toString().lines().toList().getLast());
        assertThat(result.get("failed").asInt()).isEqualTo(1);

        file("small.cases.yaml", cases.replace("cases:", "kases:"));
        assertThat(sise.execute("policy", "test", folder.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("small.cases.yaml:3:1 ");
    }

    @Test
    void each_party_gets_a_line_in_the_order_of_the_ids() throws IOException {
        String records = file(
                "R.csv",
                "party,kind,date,severity,level,document,state\n"
                        + "乙店,safety-assessment,2026-06-01,,major,,\n"
                        + "C,penalty,2026-03-01,serious,,甲〔2026〕1号,\n"
                        + "D,penalty,2026-03-01,serious,,甲〔2026〕2号,repaired\n"
                        + "E,penalty,2027-03-01,serious,,甲〔2027〕3号,\n"
                        + "F,penalty,2026-03-01,serious,,甲〔2026〕4号,\n");
        String parties = file("P.csv", "party,region\nA,211500\nF,110101\n乙店,211500\nC,211500\nD,211500\nE,211500\n");
        assertThat(sise.execute("policy", "grade", SHENFU, "--records", records, "--parties", parties, "--as-of", DAY))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "A\tblue\t0",
                        "C\torange\t36",
                        "D\tblue\t0",
                        "E\tblue\t0",
                        "F\tnot-applicable\t",
                        "乙店\torange\t34");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_grade_is_explained_by_its_receipt_and_the_same_input_gives_the_same_bytes() throws IOException {
        String records = file(
                "R.csv",
                "party,kind,date,severity,document,category\nC,penalty,2026-03-01,serious,甲〔2026〕1号,罚款\n"
                        + "D,complaint,2026-03-01,,,\n");
        String[] call = {"policy", "grade", SHENFU, "--records", records, "--as-of", DAY, "--explain", "--party", "C"};
        assertThat(sise.execute(call)).isZero();
        List<String> columns = List.of(out.toString().strip().split("\t"));
        assertThat(columns.subList(0, 3)).containsExactly("C", "orange", "36");
        JsonNode receipt = JsonMapper.shared().readTree(columns.get(3));
        assertThat(receipt.get("knownAt").asString()).isEqualTo("2026-11-22T16:00:00Z");
        assertThat(receipt.get("contributions").get(0).get("zh").asString())
                .isEqualTo("2026-03-01 严重行政处罚（甲〔2026〕1号，罚款），8个月，计60分");
        String first = out.toString();
        assertThat(sise.execute(call)).isZero();
        assertThat(out.toString()).isEqualTo(first + first);

        assertThat(sise.execute("policy", "grade", SHENFU, "--records", records, "--as-of", DAY, "--party", "X"))
                .isEqualTo(2);
    }

    @Test
    void machines_get_a_line_of_json_a_party() throws IOException {
        String records = file("R.csv", "party,kind,date\n\"a\tb\",penalty,2026-03-01\n");
        String policy = file("small.yaml", SMALL);
        assertThat(sise.execute("policy", "grade", policy, "--records", records, "--as-of", DAY, "--json", "--explain"))
                .isZero();
        JsonNode line = JsonMapper.shared().readTree(out.toString().strip());
        assertThat(line.get("id").asString()).isEqualTo("a\tb");
        assertThat(line.get("colour").asString()).isEqualTo("good");
        assertThat(line.get("grade").asString()).isEqualTo("good");
        assertThat(line.get("score").isNumber()).isTrue();
        assertThat(line.get("decisive").asString()).isEqualTo("score");
        assertThat(line.get("receipt").get("party").asString()).isEqualTo("a\tb");
        assertThat(sise.execute("policy", "grade", policy, "--records", records, "--as-of", DAY))
                .isZero();
        assertThat(out.toString().lines().toList().getLast()).isEqualTo("a b\tgood\t10");
    }

    @Test
    void nothing_is_graded_over_bad_rows_unless_they_are_left_out_knowingly() throws IOException {
        String records = file(
                "R.csv",
                "party,kind,date,severity\nA,penalty,2026-02-30,minor\nB,penalty,2026-02-28,huge\nC,penalty,2026-02-28,\n");
        assertThat(sise.execute("policy", "grade", SHENFU, "--records", records, "--as-of", DAY))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains(records + ":2:date ", records + ":3:severity ", "minor, general, serious", "2 rows refused");

        assertThat(sise.execute("policy", "grade", SHENFU, "--records", records, "--as-of", DAY, "--skip-bad-rows"))
                .isEqualTo(1);
        assertThat(out.toString()).isEqualTo("C\tyellow\t15\n");

        String headless = file("H.csv", "A,penalty,2026-02-28\n");
        assertThat(sise.execute("policy", "grade", SHENFU, "--records", headless, "--as-of", DAY, "--skip-bad-rows"))
                .isEqualTo(2);
    }

    @Test
    void a_party_with_a_hundred_thousand_records_is_graded() throws IOException {
        String records = file("R.csv", "party,kind,date\n" + "A,penalty,2026-03-01\n".repeat(100_000));
        assertThat(sise.execute("policy", "grade", file("small.yaml", SMALL), "--records", records, "--as-of", DAY))
                .isZero();
        assertThat(out.toString()).isEqualTo("A\tbad\t1000000\n");
    }

    @Test
    void a_policy_of_another_field_brings_its_own_words() throws IOException {
        String policy = file(
                "ships.yaml",
                "vocabulary: {kinds: {detention: {zh: 滞留, en: detention, fields: {days: {type: number, zh: 天, en: days}}}}}\n"
                        + SMALL.replace("kind: penalty", "kind: detention")
                                .replace("measure: count", "measure: {sum: days, unit: 1, missing: 0}"));
        String records =
                file("R.csv", "party,kind,date,days\nIMO9,detention,2026-03-01,2.5\nIMO8,detention,2026-03-01,x\n");
        assertThat(sise.execute("policy", "grade", policy, "--records", records, "--as-of", DAY, "--skip-bad-rows"))
                .isEqualTo(1);
        assertThat(out.toString()).isEqualTo("IMO9\tbad\t25\n");
        assertThat(err.toString()).contains("R.csv:3:days ");
    }

    @Test
    void a_percentile_ranks_among_the_parties_of_the_tables() throws IOException {
        String policy = file(
                "ranked.yaml",
                SMALL.replace(
                        "decision:\n  bands:\n    - {grade: good, to: 20}\n    - {grade: bad, from: 20}\n",
                        "figures: [{id: place, zh: 位次, en: place, missing: 0, percentile: {of: penalty, least: 3}}]\n"
                                + "decision: {table: [{when: {place: {at-least: 75}}, grade: bad}, {grade: good}]}\n"));
        StringBuilder rows = new StringBuilder("party,kind,date\n");
        for (int i = 1; i <= 5; i++) {
            rows.append("P%d,penalty,2026-03-01\n".formatted(i).repeat(i));
        }
        String[] call = {"policy", "grade", policy, "--records", file("R.csv", rows.toString()), "--as-of", DAY};
        assertThat(sise.execute(call)).isZero();
        assertThat(out.toString().lines().map(line -> line.split("\t")[1]))
                .containsExactly("good", "good", "good", "bad", "bad");
    }

    @Test
    void the_built_in_policies_golden_cases_pass_from_a_folder() throws IOException {
        Files.write(folder.resolve("p.yaml"), BuiltIn.policyFile(SHENFU));
        Files.copy(
                Path.of("../scoring/src/main/resources/policies/shenfu-four-colour.cases.yaml"),
                folder.resolve("p.cases.yaml"));
        assertThat(sise.execute("policy", "test", folder.toString())).isZero();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
