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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    @ParameterizedTest
    @ValueSource(strings = {"register", "alerts", "arrears", "enforcements"})
    void aFileLargerThanTheHeapIsReadToItsEnd(String feed) throws Exception {
        Path file = folder.resolve("large");
        String[] form = form(feed);
        int rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(form[0]);
            for (long written = 0; written < LARGE; rows++) {
                String row = form[1].formatted(Samples.code(rows % 1000), "，".repeat(100));
                out.write((rows == 0 ? "" : form[2]) + row);
                written += row.length() + 250;
            }
            out.write(form[3]);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tried.class.getName(),
                        feed,
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("rows " + rows);
        assertThat(process.waitFor()).isZero();
    }

    /** What comes first, a row with room for a code and a long text, what stands between rows, what comes last. */
    private static String[] form(String feed) {
        return switch (feed) {
            case "register" ->
                new String[] {Samples.REGISTER + "\n", "%s,某公司,有限责任公司,,,11,2015-03-01,存续,6210,210102,街1号,%s", "\n", "\n"
                };
            case "alerts" ->
                new String[] {
                    "",
                    "{\"merchant\":{\"creditCode\":\"%s\"},\"event\":{\"id\":\"1\",\"time\":\"20260305\","
                            + "\"type\":\"rodent\"},\"x\":\"%s\"}",
                    "\n",
                    ""
                };
            case "arrears" ->
                new String[] {
                    "{\"data\":{\"list\":[",
                    "{\"creditCode\":\"%s\",\"noticeDate\":\"2026-03-05\",\"itemName\":\"税%s\"}",
                    ",",
                    "]}}"
                };
            default ->
                new String[] {
                    "<d>",
                    "<case caseNo=\"1\"><party><creditCode>%s</creditCode></party><court>院</court>"
                            + "<filedOn>2026-03-05</filedOn><x>%s</x></case>",
                    "",
                    "</d>"
                };
        };
    }

    /** Tries the file of the second argument by the feed of the first. */
    static final class Tried {
        private Tried() {}

        public static void main(String[] args) throws Exception {
            TrialResult result = FeedTrial.run(FeedCatalogue.builtIn().get(args[0]), Path.of(args[1]), 1);
            System.out.print("rows " + result.accepted());
        }
    }
}
