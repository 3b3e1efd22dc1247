package org.sise.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GraphControlCommandTest {

    private static final String CIRCLE = """
            holder,holder_kind,held,percent
            张三,person,甲,90
            乙,business,甲,10
            甲,business,乙,60
            李四,自然人,乙,40
            甲,business,丙,34.2
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
    void each_business_gets_its_controller_or_what_is_missing() throws IOException {
        assertThat(control(CIRCLE)).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "丙\tnot determinable\t\t“丙”的股东只知34.2% / holders of “丙” are known only to 34.2%",
                        "乙\t张三\t57.44680851\t张三 -90%-> 甲 -60%-> 乙 (54%)", "甲\t张三\t95.74468085\t张三 -90%-> 甲 (90%)");
    }

    @Test
    void json_has_the_keys_of_the_contract() throws IOException {
        assertThat(control(CIRCLE, "--json")).isZero();

        JsonNode all = JsonMapper.shared().readTree(out.toString());
        JsonNode second = all.get(1);
        assertThat(all).hasSize(3);
        assertThat(second.get("business").asString()).isEqualTo("乙");
        assertThat(second.get("controller").asString()).isEqualTo("张三");
        assertThat(second.get("percent").decimalValue()).isEqualByComparingTo("57.44680851");
        assertThat(second.get("determinable").asBoolean()).isTrue();
        assertThat(second.get("paths").get(0).get("parties").values())
                .extracting(JsonNode::asString)
                .containsExactly("张三", "甲", "乙");
        assertThat(second.get("paths")
                        .get(0)
                        .get("steps")
                        .get(1)
                        .get("lines")
                        .get(0)
                        .asInt())
                .isEqualTo(4);
        JsonNode first = all.get(0);
        assertThat(first.get("controller").isNull()).isTrue();
        assertThat(first.get("percent").isNull()).isTrue();
        assertThat(first.get("determinable").asBoolean()).isFalse();
        assertThat(first.get("missing").get(0).get("kind").asString()).isEqualTo("holders-unknown");
    }

    @Test
    void threshold_day_and_business_are_choices() throws IOException {
        String dated = """
                holder,holder_kind,held,percent,from,until
                a,person,X,40,,2025-12-31
                b,person,X,40,2026-01-01,
                c,person,X,30,,
                """;
        assertThat(control(dated, "--threshold", "30", "--as-of", "2025-12-31", "--business", "X"))
                .isZero();
        assertThat(control(dated, "--threshold", "30", "--as-of", "2026-01-01", "--business", "X"))
                .isZero();

        assertThat(out.toString().lines()).containsExactly("X\ta\t40\ta -40%-> X (40%)", "X\tb\t40\tb -40%-> X (40%)");
        assertThat(control(dated, "--business", "Y")).isEqualTo(2);
        assertThat(control(dated, "--threshold", "100")).isEqualTo(2);
    }

    @Test
    void who_acts_together_counts_as_one() throws IOException {
        Path concert = file("concert.csv", "group,holder,holder_kind\n一家,a,person\n一家,b,person\n");
        assertThat(control(
                        "holder,holder_kind,held,percent\na,person,X,30\nb,person,X,25\nc,person,X,45\n",
                        "--concert",
                        concert.toString()))
                .isZero();

        assertThat(out.toString()).startsWith("X\t一家\t55\t");
    }

    @Test
    void groups_are_the_businesses_under_one_controller() throws IOException {
        assertThat(control(CIRCLE, "--groups")).isZero();

        assertThat(out.toString()).isEqualTo("张三\t2\t乙; 甲\n");
    }

    @Test
    void every_bad_line_is_named() throws IOException {
        assertThat(control("""
                        holder,holder_kind,held,percent,from,until
                        a,person,X,100.1,,
                        a,person,X,-1,,
                        a,alien,X,5,,
                        a,person,,5,,
                        a,person,X,5,2024-02-01,2024-01-01
                        a,person,X,5,2024-02-30,
                        a,person,X
                        a,person,X,five,,
                        a,person,X,1e999999999,,
                        """)).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        for (int line = 2; line <= 10; line++) {
            assertThat(err.toString()).contains("h.csv:" + line);
        }
        assertThat(err.toString())
                .contains("h.csv:2:percent")
                .contains("h.csv:4:holder_kind")
                .contains("h.csv:6:until");
    }

    @Test
    void a_missing_column_an_empty_file_and_another_encoding_are_bad_input() throws IOException {
        assertThat(control("holder,held,percent\na,X,1\n")).isEqualTo(2);
        assertThat(err.toString()).contains("h.csv:1:holder_kind");
        assertThat(control("")).isEqualTo(2);
        Path gbk = folder.resolve("gbk.csv");
        Files.write(gbk, new byte[] {(byte) 0xd6, (byte) 0xd0, '\n'});
        assertThat(sise.execute("graph", "control", gbk.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("UTF-8");
        assertThat(sise.execute("graph", "control", folder.resolve("none.csv").toString()))
                .isEqualTo(2);
    }

    @Test
    void sums_above_100_loops_and_unknown_holders_are_answers_and_no_faults() throws IOException {
        assertThat(control("""
                        holder,holder_kind,held,percent
                        a,person,X,70
                        b,person,X,60
                        Y,business,Y,100
                        ,person,Z,80
                        a,person,W,
                        """)).isZero();

        assertThat(out.toString().lines()).allMatch(line -> line.contains("\tnot determinable\t"));
    }

    @Test
    void a_table_may_be_gzipped_and_begin_with_a_mark() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(("\uFEFF" + CIRCLE).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("h.csv.gz"), bytes.toByteArray());

        assertThat(sise.execute("graph", "control", file.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(3);
    }

    private int control(String table, String... more) throws IOException {
        String[] call = new String[more.length + 3];
        call[0] = "graph";
        call[1] = "control";
        call[2] = file("h.csv", table).toString();
        System.arraycopy(more, 0, call, 3, more.length);
        return sise.execute(call);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
