package org.sise.bench.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.sise.engines.postgres.PostgresEngine;

/**
 * One policy, one population, every engine.
 *
 * @param businesses how many businesses
 * @param records how many records
 * @param rounds how often each engine grades
 * @param sample how many businesses an engine grades that is too slow for all
 * @param work a folder for PostgreSQL and Node, which keeps what npm installed
 */
public record PolicyContest(int businesses, int records, int rounds, int sample, Path work) {

    private static final long SEED = 20_261_122;
    private static final int THREADS = 2;

    /** Runs and prints. */
    public void run() throws Exception {
        System.out.printf(
                "%n## %,d businesses, %,d records, seed %d, %d rounds, %d threads%n",
                businesses, records, SEED, rounds, THREADS);
        Scheme scheme = Scheme.read();
        Population population = Population.of(businesses, records, SEED);
        Path data = Files.createTempDirectory(Files.createDirectories(work), "postgres");
        try (PostgresEngine postgres = postgres(data);
                Threads threads = new Threads(THREADS)) {
            Contest contest = new Contest(population, new Packed(scheme, threads), rounds);
            try {
                contest.add(new OurKernel(scheme, THREADS, false));
                contest.add(new OurKernel(scheme, THREADS, true));
                contest.add(new Packed(scheme, threads));
                contest.addByRecords(new Interpreter(scheme, threads), sample);
                contest.add(new DuckDb(scheme, THREADS));
                Postgres tuned = new Postgres(scheme, connection(postgres));
                contest.add(tuned);
                tuned.tune();
                contest.addByBusinesses(new Drools(scheme, threads, false), sample);
                contest.addByRecords(new Drools(scheme, threads, true), sample);
                addZen(contest, scheme);
                contest.run();
            } finally {
                contest.close();
            }
        } finally {
            delete(data);
        }
    }

    private void addZen(Contest contest, Scheme scheme) throws Exception {
        Zen zen;
        try {
            zen = new Zen(scheme, work.resolve("zen"));
        } catch (IOException e) {
            System.out.println("  zen-engine is left out: npm or its registry cannot be reached: " + e.getMessage());
            return;
        }
        contest.addByBusinesses(zen, sample);
    }

    /** With more memory for its buffers than the house's own settings give. */
    public static PostgresEngine postgres(Path data) throws SQLException {
        try (PostgresEngine first = PostgresEngine.start(data);
                Connection connection = connection(first);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set shared_buffers = '4GB'");
            statement.execute("alter system set max_wal_size = '4GB'");
        }
        return PostgresEngine.start(data);
    }

    /** A connection to it. */
    public static Connection connection(PostgresEngine postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
