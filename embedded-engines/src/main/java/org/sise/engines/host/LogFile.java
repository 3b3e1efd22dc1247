package org.sise.engines.host;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The log that a server process writes, read from where it stood when the process was started.
 *
 * @param path the file; need not exist
 * @param from bytes to skip: what earlier processes wrote
 */
public record LogFile(Path path, long from) {

    private static final int TAIL_LINES = 25;
    private static final int TAIL_BYTES = 64 * 1024;

    /** The log as of now: what is there already belongs to earlier processes. */
    public static LogFile from(Path path) throws IOException {
        return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
    }

    /** The last lines written since, at most 25; a short note where the file cannot be read. */
    public String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - TAIL_BYTES);
            file.seek(start);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + path + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
