package org.sise.integrations.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;

class FeedTrialTest {

    private static final int LARGE = 30 << 20;

    @TempDir
    private Path folder;

    @Test
    void aTrialCountsAllRowsAndShowsTheFirst() throws Exception {
        Path file = Samples.text(
                folder.resolve("r.csv"),
                UTF_8,
                List.of(
                        Samples.REGISTER,
                        Samples.registered(1),
                        Samples.registered(2).replace("2015-03-01", "2015-02-29"),
                        Samples.registered(3),
                        Samples.registered(4)));
        TrialResult result = FeedTrial.run(FeedCatalogue.builtIn().get("register"), file, 2);
        assertThat(result.rows()).isEqualTo(4);
        assertThat(result.accepted()).isEqualTo(3);
        assertThat(result.records()).isEqualTo(Map.of("registration", 3L, "legal-representative", 3L));
        assertThat(result.refused()).isEqualTo(Map.of("bad-date", 1L));
        assertThat(result.firstAccepted())
                .extracting(TrialResult.AcceptedRow::line)
                .containsExactly(2, 4);
        assertThat(result.firstRefused()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.faults().getFirst().column()).isEqualTo("成立日期");
        });
        assertThat(result.fileFault()).isNull();
    }

    @Test
    void aFileThatCannotBeUsedIsTold() throws Exception {
        Path file = Samples.text(folder.resolve("r.csv"), UTF_8, List.of("a,b", "1,2"));
        TrialResult result = FeedTrial.run(FeedCatalogue.builtIn().get("register"), file, 2);
        assertThat(result.fileFault()).contains("is missing; columns found: a, b");
    }

    /** In a JVM of its own, whose heap is smaller than the file. */
    @Test
    void aFileLargerThanTheHeapIsReadToItsEnd() throws Exception {
        Path file = folder.resolve("large.csv");
        int rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Samples.REGISTER + "\n");
            for (long written = 0; written < LARGE; rows++) {
                String row = Samples.registered(rows % 1000) + "，".repeat(100);
                out.write(row + "\n");
                written += row.length() + 250;
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tried.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("rows " + rows);
        assertThat(process.waitFor()).isZero();
    }

    /** Tries the file of the first argument as a register. */
    static final class Tried {
        private Tried() {}

        public static void main(String[] args) throws Exception {
            TrialResult result = FeedTrial.run(FeedCatalogue.builtIn().get("register"), Path.of(args[0]), 1);
            System.out.print("rows " + result.accepted());
        }
    }
}
