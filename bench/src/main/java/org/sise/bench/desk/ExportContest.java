package org.sise.bench.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.sise.bench.policy.PolicyContest;

/**
 * An inspection list as a workbook, ours beside Apache POI's streaming writer and, in the first round, POI's workbook in
 * memory. Gate: SHA-256 over all cells as a reader of another origin than POI reads them is the same.
 *
 * @param rows how many rows, at most a sheet's
 * @param rounds how many counted rounds
 * @param work a folder for the files
 */
public record ExportContest(int rows, int rounds, Path work) {

    private static final List<String> WRITERS = List.of("ours", "poi-streaming");
    private static final int WHOLE_MOST = 200_000;

    private record Run(double seconds, double megabytes) {}

    /** Runs and prints. */
    public void run() throws Exception {
        System.out.printf("%n## a workbook of %,d rows%n", rows);
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "export");
        try {
            gate(folder);
            Map<String, List<Run>> runs = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (String writer : WRITERS) {
                    runs.computeIfAbsent(writer, _ -> new ArrayList<>())
                            .add(write(writer, rows, folder.resolve(writer + ".xlsx")));
                }
            }
            print(runs);
            int some = Math.min(rows, WHOLE_MOST);
            Run ours = write("ours", some, folder.resolve("some.xlsx"));
            Run whole = write("poi", some, folder.resolve("whole.xlsx"));
            System.out.printf(
                    "POI's workbook in memory, %,d rows: %.1f s and %,.0f MB, ours %.1f s and %,.0f MB%n",
                    some, whole.seconds(), whole.megabytes(), ours.seconds(), ours.megabytes());
        } finally {
            PolicyContest.delete(folder);
        }
    }

    private void gate(Path folder) throws Exception {
        int some = Math.min(rows, WHOLE_MOST);
        List<String> digests = new ArrayList<>();
        for (String writer : WRITERS) {
            Path file = folder.resolve("gate-" + writer + ".xlsx");
            write(writer, some, file);
            digests.add(cells(file));
        }
        if (digests.stream().distinct().count() != 1) {
            throw new IllegalStateException("gate: the workbooks differ");
        }
        System.out.printf("gate: all cells of %,d rows are the same%n", some);
    }

    private static String cells(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                for (Cell cell : row) {
                    digest.update(text(cell).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The text of a cell; a number as it is, however it was written. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
    }

    private static Run write(String writer, int rows, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx6g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportRun.class.getName(),
                        writer,
                        Integer.toString(rows),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IOException("the writer " + writer + " failed");
        }
        String[] figures = lines.getLast().split(" ");
        return new Run(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    private static void print(Map<String, List<Run>> runs) {
        List<Run> ours = runs.getOrDefault("ours", List.of());
        System.out.println("| writer | s | MB at most | times ours |\n| --- | ---: | ---: | ---: |");
        runs.forEach((writer, all) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                ratios.add(all.get(i).seconds() / ours.get(i).seconds());
            }
            System.out.printf(
                    "| %s | %.1f | %,.0f | %.2f |%n",
                    writer,
                    Figures.median(all.stream().map(Run::seconds).toList()),
                    Figures.median(all.stream().map(Run::megabytes).toList()),
                    Figures.median(ratios));
        });
    }
}
