package org.sise.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {

    private static final Path EXAMPLE = Path.of("../supervision/src/test/resources/draw-example");

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
    void each_line_gets_its_verdict_in_the_contracts_words() throws IOException {
        Path codes = file(
                "codes.txt",
                "\uFEFF91230500MA1B3N1N2M\n91210600ma0tqete2h\r\n210100004012345\n91010213775253664R\n\n"
                        + "91210900121564276N\n");
        assertThat(sise.execute("code", "check", codes.toString())).isEqualTo(1);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("91230500MA1B3N1N2M\tvalid\t");
        assertThat(lines.get(1)).isEqualTo("91210600ma0tqete2h\tmended\t91210600MA0TQETE2H");
        assertThat(lines.get(2)).startsWith("210100004012345\tregistration-number\t");
        assertThat(lines.get(3)).startsWith("91010213775253664R\tinvalid\t").contains("应为0");
        assertThat(lines.get(4)).startsWith("\tinvalid\t");
        assertThat(lines.get(5)).startsWith("91210900121564276N\tvalid\t").contains("组织机构代码");
    }

    @Test
    void good_codes_alone_are_a_success_and_machines_get_an_array() throws IOException {
        Path codes = file("codes.txt", "91230500MA1B3N1N2M\n91330203674737244W\n");
        assertThat(sise.execute("code", "check", codes.toString(), "--json")).isZero();
        JsonNode verdicts = JsonMapper.shared().readTree(out.toString());
        assertThat(verdicts.size()).isEqualTo(2);
        assertThat(verdicts.get(1).get("code").asString()).isEqualTo("91330203674737244W");
        assertThat(verdicts.get(1).get("verdict").asString()).isEqualTo("valid");
    }

    @Test
    void bad_input_is_told_in_one_line_and_is_status_2() {
        assertThat(sise.execute("code", "check", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nowhere").doesNotContain("\tat ");
        assertThat(sise.execute("code")).isEqualTo(2);
        assertThat(sise.execute("nonsense")).isEqualTo(2);
        assertThat(sise.execute("draw", "verify", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(sise.execute("feed", "check", "no-such-feed")).isEqualTo(2);
    }

    @Test
    void a_published_draw_is_verified_completed_and_its_changes_are_named() throws IOException {
        for (String name : List.of("objects.csv", "inspectors.csv", "items.csv", "recusals.csv", "transcript.json")) {
            Files.copy(EXAMPLE.resolve(name), folder.resolve(name));
        }
        assertThat(sise.execute("draw", "verify", folder.toString())).isZero();
        assertThat(out.toString().lines()).first().isEqualTo("verified");

        String whole = Files.readString(folder.resolve("transcript.json"));
        String begun = whole.substring(0, whole.indexOf(",\n \"objects_root\"")) + "\n}";
        Files.writeString(
                folder.resolve("transcript.json"),
                begun.replaceAll(
                        "\"ratio\": \"([0-9.]+)\",\\s+\"size\": \\d+,\\s+\"take\": \\d+", "\"ratio\": \"$1\""));
        assertThat(sise.execute("draw", "verify", folder.toString())).isEqualTo(2);
        assertThat(sise.execute("draw", "run", folder.toString())).isZero();
        assertThat(folder.resolve("transcript.json")).hasContent(whole);

        Files.writeString(
                folder.resolve("objects.csv"),
                Files.readString(folder.resolve("objects.csv")).replace("BLUE,9121010052601815XJ\n", ""));
        assertThat(sise.execute("draw", "verify", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("/objects_root").contains("/strata BLUE");
    }

    @Test
    void a_feed_is_tried_on_a_file_without_any_server() throws IOException {
        Path file = file(
                "listings.csv",
                "统一社会信用代码,企业名称,名单名称,列入事由,列入文号,列入机关,列入日期,移出日期\n"
                        + "91000000FX0000018K,甲店,严重违法失信名单,虚假材料,甲〔2026〕1号,市场监督管理局,2026-01-05,\n"
                        + "91000000FX0000018X,乙店,严重违法失信名单,虚假材料,甲〔2026〕2号,市场监督管理局,2026-02-30,\n");
        assertThat(sise.execute("feed", "check", "dishonesty-listings")).isZero();
        assertThat(sise.execute("feed", "try", "dishonesty-listings", file.toString(), "--json"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("91000000FX0000018K", "bad-code", "bad-date", "2026-02-30");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
