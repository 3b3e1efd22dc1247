package org.sise.bench;

import java.nio.file.Path;
import java.util.List;
import org.sise.bench.desk.ExportContest;
import org.sise.bench.desk.ScanContest;

/** What officers and regulators wait for: the public draw, scans at the door, a long list as a workbook. */
public final class DeskBench {

    private DeskBench() {}

    /**
     * Runs.
     *
     * @param args any of {@code --draw}, {@code --scan}, {@code --export} to run that part alone, and {@code --businesses
     *     N}, {@code --rows N}, {@code --seconds N}, {@code --rounds N}, each optional
     */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        boolean all = words.stream().noneMatch(List.of("--draw", "--scan", "--export")::contains);
        int businesses = number(words, "--businesses", 200_000);
        int rows = number(words, "--rows", 1_000_000);
        int seconds = number(words, "--seconds", 10);
        int rounds = number(words, "--rounds", 3);
        Path work = Path.of(System.getProperty("sise.bench.work", "target"));
        if (all || words.contains("--draw")) {
            DrawBench.main(new String[0]);
        }
        if (all || words.contains("--export")) {
            new ExportContest(rows, rounds, work).run();
        }
        if (all || words.contains("--scan")) {
            new ScanContest(businesses, seconds, rounds, work).run();
        }
    }

    private static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException("a number is missing after " + option);
        }
        return Integer.parseInt(words.get(at + 1));
    }
}
