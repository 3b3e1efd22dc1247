package org.sise.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.Processes;

/**
 * Engines that another process runs.
 *
 * @param pid that process
 * @param jdbcUrl PostgreSQL's address, with its database
 * @param user PostgreSQL's user, who needs no password
 * @param postgresPid PostgreSQL's process
 * @param boltUri Neo4j's address, which needs no password
 * @param neo4jPid Neo4j's process
 */
public record RunningEngines(long pid, String jdbcUrl, String user, long postgresPid, String boltUri, long neo4jPid) {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"?([^\",}\\s]*)\"?");

    /** A flat object; none of the values holds a character that JSON escapes. */
    String toJson() {
        return """
                {
                  "pid": %d,
                  "jdbcUrl": "%s",
                  "user": "%s",
                  "postgresPid": %d,
                  "boltUri": "%s",
                  "neo4jPid": %d
                }
                """.formatted(pid, jdbcUrl, user, postgresPid, boltUri, neo4jPid);
    }

    /** Empty when the file is missing or was left by a process that no longer runs. */
    static Optional<RunningEngines> read(Path file) {
        String json;
        try {
            json = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new EngineException("The file " + file + " cannot be read: " + e, e);
        }
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        RunningEngines engines = new RunningEngines(
                number(fields, "pid"),
                fields.getOrDefault("jdbcUrl", ""),
                fields.getOrDefault("user", ""),
                number(fields, "postgresPid"),
                fields.getOrDefault("boltUri", ""),
                number(fields, "neo4jPid"));
        boolean alive = Processes.running(engines.pid).isPresent()
                && Processes.running(engines.postgresPid).isPresent();
        return alive ? Optional.of(engines) : Optional.empty();
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(fields.getOrDefault(name, "0"));
    }
}
