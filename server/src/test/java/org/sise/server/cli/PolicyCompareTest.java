package org.sise.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.scoring.read.BuiltIn;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCompareTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine sise;
    private Path records;
    private Path parties;
    private Path stricter;

    @BeforeEach
    void two_policies_and_three_parties() throws IOException {
        sise = Sise.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        records = file("records.csv", """
                party,kind,date,severity,document
                甲,penalty,2026-10-01,minor,沈罚1号
                乙,penalty,2026-09-01,general,沈罚2号
                丙,honour,2026-01-01,,
                """);
        parties = file(
                "parties.csv",
                "party,industry,region,registered_on\n甲,6210,211501,2020-01-01\n乙,5211,211502,2020-01-01\n丙,,110101,\n");
        String shenfu = new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8);
        stricter = file(
                "stricter.yaml",
                shenfu.replace(
                        "values: {minor: 1, general: 5, serious: 12}", "values: {minor: 4, general: 5, serious: 12}"));
    }

    @Test
    void who_moves_is_named_with_the_reason_and_its_document() {
        assertThat(compare("--as-of", "2026-11-22")).isZero();
        assertThat(out.toString())
                .contains("主体 / parties\t3")
                .contains("不适用 not-applicable\t0\t0\t0\t0\t1")
                .contains("变差 / worse\t1\t33.33")
                .contains("H\t住宿和餐饮业")
                .contains("甲\tblue → yellow\t3 → 12")
                .contains("由5分变为20分：2026-10-01 轻微行政处罚（沈罚1号");
    }

    @Test
    void machines_get_everything_as_json() {
        assertThat(compare("--as-of", "2026-11-22", "--json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("matched_by").asString()).isEqualTo("grade");
        assertThat(json.get("parties").asInt()).isEqualTo(3);
        assertThat(json.get("distribution_a").get("not-applicable").asInt()).isEqualTo(1);
        assertThat(json.get("worse").asInt()).isEqualTo(1);
        assertThat(json.get("worse_share").asDouble()).isEqualTo(0.5);
        assertThat(json.get("movers").size()).isEqualTo(1);
        assertThat(json.get("movers").get(0).get("why").get(0).get("document").asString())
                .isEqualTo("沈罚1号");
        assertThat(json.get("by_region").size()).isEqualTo(3);
    }

    @Test
    void every_mover_can_be_written_to_a_file() throws IOException {
        Path movers = folder.resolve("movers.csv");
        assertThat(compare("--as-of", "2026-11-22", "--limit", "0", "--movers", movers.toString()))
                .isZero();
        List<String> lines = Files.readAllLines(movers);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("\uFEFFparty,industry,region,direction,from,to,");
        assertThat(lines.getLast())
                .startsWith("甲,6210,211501,worse,blue,yellow,3,12,")
                .contains("沈罚1号");
        assertThat(out.toString()).doesNotContain("由5分变为20分");
    }

    @Test
    void one_policy_is_compared_as_of_two_dates() {
        assertThat(sise.execute(
                        "policy",
                        "compare",
                        "shenfu-four-colour",
                        "--records",
                        records.toString(),
                        "--as-of",
                        "2026-11-22",
                        "--as-of-b",
                        "2027-09-01"))
                .isZero();
        assertThat(out.toString()).contains("乙\tyellow → blue").contains("由25分变为15分");
    }

    @Test
    void bad_input_is_status_2_and_says_what_is_wrong() throws IOException {
        assertThat(sise.execute(
                        "policy",
                        "compare",
                        "shenfu-four-colour",
                        "--records",
                        records.toString(),
                        "--as-of",
                        "2026-11-22"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--as-of-b");
        assertThat(sise.execute(
                        "policy",
                        "compare",
                        "shenfu-four-colour",
                        "no-such-policy",
                        "--records",
                        records.toString(),
                        "--as-of",
                        "2026-11-22"))
                .isEqualTo(2);
        assertThat(compare("--as-of", "2026-11-22", "--limit", "-1")).isEqualTo(2);
        assertThat(compare("--as-of", "2026-13-01")).isEqualTo(2);
        Path faulty = file("faulty.yaml", "format: sise-policy/1\npolicy: x\n");
        assertThat(sise.execute(
                        "policy",
                        "compare",
                        "shenfu-four-colour",
                        faulty.toString(),
                        "--records",
                        records.toString(),
                        "--as-of",
                        "2026-11-22"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("faulty.yaml:1:1").doesNotContain("\tat ");
        Path bad = file("bad.csv", "party,kind,date\n甲,penalty,2026-02-30\n");
        assertThat(sise.execute(
                        "policy",
                        "compare",
                        "shenfu-four-colour",
                        stricter.toString(),
                        "--records",
                        bad.toString(),
                        "--as-of",
                        "2026-11-22"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("2026-02-30");
    }

    @Test
    void an_outlook_names_the_record_to_repair_and_the_day_to_wait_for() {
        assertThat(outlook("乙")).isZero();
        assertThat(out.toString())
                .contains("乙\t黄 yellow")
                .contains("→ 蓝 blue")
                .contains("等到2027-09-01，等级为蓝（其间没有新的记录）")
                .contains("修复以下1条记录，等级为蓝：2026-09-01 沈罚2号（25分）");
        assertThat(outlook("甲", "--json")).isZero();
        JsonNode json = JsonMapper.shared()
                .readTree(out.toString().substring(out.toString().lastIndexOf("{\"id\"")));
        assertThat(json.get("grade").asString()).isEqualTo("blue");
        assertThat(json.get("better").size()).isZero();
    }

    @Test
    void an_outlook_of_nobody_is_bad_input_and_one_outside_the_scope_a_negative_answer() {
        assertThat(outlook("丁")).isEqualTo(2);
        assertThat(err.toString()).contains("丁");
        assertThat(outlook("丙")).isEqualTo(1);
    }

    private int outlook(String party, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "policy",
                "outlook",
                "shenfu-four-colour",
                "--records",
                records.toString(),
                "--parties",
                parties.toString(),
                "--party",
                party,
                "--as-of",
                "2026-11-22"));
        arguments.addAll(List.of(more));
        return sise.execute(arguments.toArray(String[]::new));
    }

    private int compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "policy",
                "compare",
                "shenfu-four-colour",
                stricter.toString(),
                "--records",
                records.toString(),
                "--parties",
                parties.toString()));
        arguments.addAll(List.of(more));
        return sise.execute(arguments.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
