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
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyEvaluateCommandTest {
    private static final String RECORDS = """
            party,kind,date,severity
            A,penalty,2026-01-10,serious
            A,penalty,2026-02-10,serious
            B,penalty,2026-01-10,general
            C,complaint,2026-01-10,
            """;

    private static final String OUTCOMES = """
            party,date,bad
            A,2026-03-01,true
            A,2026-01-10,false
            B,2026-03-02,true
            C,2026-03-03,false
            C,2026-06-03,false
            D,2026-03-04,false
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
    void the_contracts_keys_are_there_with_more_beside() throws IOException {
        assertThat(evaluate(RECORDS, OUTCOMES, "--json", "--to", "2026-03-31")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("auc").asDouble()).isEqualTo(1);
        assertThat(json.get("auc_low").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.get("auc_high").asDouble()).isEqualTo(1);
        assertThat(json.get("n").asInt()).isEqualTo(5);
        assertThat(json.get("bad_rate").asDouble()).isEqualTo(0.4);
        JsonNode red = json.get("by_colour").get(0);
        assertThat(red.get("colour").asString()).isEqualTo("red");
        assertThat(red.get("lift").asDouble()).isEqualTo(2.5);
        assertThat(json.get("outside_period").asInt()).isEqualTo(1);
        assertThat(json.get("without_records").asInt()).isEqualTo(2);
        assertThat(json.get("unknown_parties").asInt()).isEqualTo(1);
        assertThat(json.get("days_earlier").get("bad").asInt()).isEqualTo(1);
        assertThat(json.get("districts").get("districts").get(0).get("region").isNull())
                .isTrue();
        assertThat(err.toString()).contains("注意 / note", "D");
    }

    @Test
    void a_person_reads_a_table_in_both_languages() throws IOException {
        assertThat(evaluate(RECORDS, OUTCOMES)).isZero();
        assertThat(out.toString()).contains("AUC", "红 / Red", "days earlier", "稳定性 / stability", "地区 / districts");
    }

    @Test
    void each_bad_outcome_is_told_with_file_line_and_field() throws IOException {
        assertThat(evaluate(RECORDS, "party,date,bad\nA,2026-03-01,perhaps\nA,1.3.2026,true\n"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("O.csv:2:bad", "O.csv:3:date", "perhaps", "1.3.2026");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_party_that_the_table_of_parties_does_not_know_is_refused() throws IOException {
        Path parties = file("P.csv", "party,region\nA,210102\nB,210102\nC,210102\n");
        assertThat(evaluate(RECORDS, OUTCOMES, "--parties", parties.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("O.csv:7:party", "“D”");
    }

    @Test
    void without_any_outcome_there_is_nothing_to_judge() throws IOException {
        assertThat(evaluate(RECORDS, "party,date,bad\n")).isEqualTo(2);
        assertThat(err.toString()).contains("O.csv", "there is no row");
        assertThat(evaluate(RECORDS, OUTCOMES, "--from", "2027-01-01")).isEqualTo(2);
        assertThat(err.toString()).contains("no outcome lies in the period (date)");
        assertThat(evaluate(RECORDS, OUTCOMES, "--from", "2027-01-01", "--to", "2026-01-01"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is after");
    }

    @Test
    void outcomes_that_are_all_good_have_no_auc_and_the_field_is_named() throws IOException {
        assertThat(evaluate(RECORDS, "party,date,bad\nA,2026-03-01,false\nB,2026-03-01,false\n", "--json"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("O.csv:bad", "AUC无定义", "none of the 2 outcomes are bad");
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("auc").isNull()).isTrue();
        assertThat(json.get("bad_rate").asDouble()).isZero();
    }

    @Test
    void records_that_cannot_be_read_stop_it() throws IOException {
        assertThat(evaluate("party,kind,date\nA,nonsense,2026-01-01\n", OUTCOMES))
                .isEqualTo(2);
        assertThat(err.toString()).contains("R.csv:2:kind", "nonsense");
        assertThat(sise.execute(
                        "policy",
                        "evaluate",
                        "shenfu-four-colour",
                        "--records",
                        file("R.csv", RECORDS).toString(),
                        "--outcomes",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no such file");
    }

    private int evaluate(String records, String outcomes, String... options) throws IOException {
        List<String> call = new ArrayList<>(List.of("policy", "evaluate", "shenfu-four-colour"));
        call.addAll(List.of("--records", file("R.csv", records).toString()));
        call.addAll(List.of("--outcomes", file("O.csv", outcomes).toString()));
        call.addAll(List.of(options));
        return sise.execute(call.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
