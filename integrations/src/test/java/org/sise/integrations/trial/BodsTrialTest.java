package org.sise.integrations.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.integrations.BodsSample.interest;
import static org.sise.integrations.BodsSample.share;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.BodsSample;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;

/** Statements of beneficial ownership through the built-in feed. */
class BodsTrialTest {

    private static final FeedDescriptor FEED = FeedCatalogue.builtIn().get("bods-ownership");

    @TempDir
    private Path folder;

    @Test
    void shareholdingsBecomeHoldingsAndSeatsOfficers() throws IOException {
        TrialResult result = run(new BodsSample()
                .company("E1", "甲公司", Samples.code(1))
                .company("E2", "乙公司", Samples.code(2))
                .entity("E3", "某离岸公司", "{\"scheme\": \"VG-FSC\", \"id\": \"1\"}")
                .person("P1", "张三", Samples.resident(1))
                .relationship(
                        "R1",
                        "E1",
                        "P1",
                        interest(
                                "shareholding",
                                "\"startDate\": \"2020-05-01\", \"share\": {\"minimum\": 25, \"maximum\": 50}"),
                        interest("boardChair", ""),
                        interest("votingRights", ""))
                .statedOn("R2", "closed", "2026-06-30", "E1", "E2", share("33.3"))
                .relationship("R3", "E1", "E3", share("10"))
                .relationship("R4", "E2", "P1", share("36"))
                .but(": \"direct\"", ": \"indirect\""));
        assertThat(result.refused()).isEmpty();
        assertThat(result.records()).isEqualTo(Map.of("holding", 3L, "officer", 1L));
        List<Map<String, String>> records = result.firstAccepted().stream()
                .flatMap(row -> row.records().stream())
                .toList();
        assertThat(records.get(0))
                .containsEntry("kind", "holding")
                .containsEntry("key", Samples.code(1) + "|R1#shareholding")
                .containsEntry("subject", Samples.code(1))
                .containsEntry("date", "2020-05-01")
                .containsEntry("holderKind", "person")
                .containsEntry("percent", "25")
                .containsEntry("department", "某某登记机构")
                .containsKey("holderKey")
                .doesNotContainKey("until");
        assertThat(records.get(1))
                .containsEntry("kind", "officer")
                .containsEntry("position", "董事长")
                .containsEntry("date", "2026-01-05")
                .containsEntry("person", records.get(0).get("holderKey"));
        assertThat(records.get(2))
                .containsEntry("holderCode", Samples.code(2))
                .containsEntry("percent", "33.3")
                .containsEntry("until", "2026-06-30");
        assertThat(records.get(3)).containsEntry("holderKind", "other").containsEntry("holderName", "某离岸公司");
    }

    @Test
    void whatIsRefusedCarriesPlaceRemedyAndNoNumber() throws IOException {
        TrialResult result = run(new BodsSample()
                .company("E1", "甲公司", Samples.code(1))
                .person("P1", "张三", Samples.resident(1))
                .relationship("R1", "E1", "P1", share("120"))
                .raw("{\"P1\": \"" + Samples.resident(1) + "\""));
        assertThat(result.refused()).isEqualTo(Map.of("out-of-range", 1L));
        assertThat(result.firstRefused().getFirst()).satisfies(row -> {
            assertThat(row.faults().getFirst().message()).contains("recordDetails.interests[0].share.exact “120”");
            assertThat(row.original())
                    .contains("\"interestedParty.number\":\"#")
                    .doesNotContain(Samples.resident(1));
        });
        assertThat(result.fileFault()).isNotNull();
    }

    @Test
    void aHundredThousandStatementsAreReadInASmallHeap() throws Exception {
        int companies = 33_000;
        Path file = folder.resolve("large.json");
        String padding = "备注".repeat(100);
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            String between = "[";
            for (int n = 1; n <= companies; n++) {
                BodsSample sample = new BodsSample()
                        .company("E" + n, "第%d号公司".formatted(n), Samples.code(n))
                        .person("P" + n, "张三", Samples.resident(n))
                        .relationship("R" + n, "E" + (companies + 1 - n), "P" + n, share("51"));
                for (String line : new String(sample.lines(), UTF_8).split("\n")) {
                    out.write(between);
                    out.write(line.replace("备案", padding));
                    between = ",\n";
                }
            }
            out.write("]");
        }
        assertThat(Files.size(file)).as("more than the heap").isGreaterThan(100L << 20);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        String.join(File.pathSeparator, System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("rows 33000 accepted 33000 {holding=33000}");
    }

    /** Reads a file in a process of its own. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) throws IOException {
            TrialResult result = FeedTrial.run(FEED, Path.of(args[0]), 1);
            System.out.printf("rows %d accepted %d %s%n", result.rows(), result.accepted(), result.records());
        }
    }

    private TrialResult run(BodsSample sample) throws IOException {
        return FeedTrial.run(FEED, sample.write(folder.resolve("statements.json")), 10);
    }
}
