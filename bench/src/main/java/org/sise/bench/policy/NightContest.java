package org.sise.bench.policy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.grading.Grading;
import org.sise.grading.approval.PolicyVersions;
import org.sise.grading.night.Night;
import org.sise.grading.night.NightlyRun;
import org.sise.ledger.Migrations;
import org.sise.ledger.audit.AuditLog;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nightly runs over a whole ledger, one a day, each followed by bare COPY of the same rows: out, the columns of the records
 * that the run reads and the standings; in, the grades that it appended, into a table without an index.
 *
 * @param rounds how many days
 * @param work a folder for PostgreSQL
 */
public record NightContest(int businesses, int records, int rounds, Path work) {

    private static final long SEED = 20_261_122;
    private static final int REPLAYED = 1_000;
    private static final int REGRADED = 20_000;
    private static final String READ = "select subject, kind, record_key, version, event_date, state, published_until,"
            + " case kind when 1 then fields ->> 'industry' when 2 then severity when 4 then fields ->> 'result'"
            + " when 5 then fields ->> 'fulfilment' when 9 then fields ->> 'upheld' when 10 then fields ->> 'level' end as token,"
            + " case kind when 1 then fields ->> 'region' end as region from ledger.record";

    /** Runs and prints. */
    public void run() throws Exception {
        System.out.printf(
                "%n## nightly runs: %,d businesses, %,d records, seed %d, %d days%n",
                businesses, records, SEED, rounds);
        Path data = Files.createTempDirectory(Files.createDirectories(work), "postgres");
        try (PostgresEngine postgres = PolicyContest.postgres(data);
                Connection connection = PolicyContest.connection(postgres)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.jdbcUrl());
            source.setUser(postgres.user());
            source.setPassword(postgres.password());
            Migrations.migrate(source, "ledger");
            Migrations.migrate(source, "grading");
            Policy policy = BuiltIn.policy("shenfu-four-colour");
            fill(connection, policy);
            versions(source, Population.AS_OF.minusDays(1)).install(BuiltIn.policyFile(policy.id()));
            nights(connection, source);
            whole(source);
            compact(connection);
        } finally {
            PolicyContest.delete(data);
        }
    }

    private void fill(Connection connection, Policy policy) throws SQLException {
        long start = System.nanoTime();
        LedgerOfBench ledger = new LedgerOfBench(connection, Population.of(businesses, records, SEED));
        ledger.fill();
        LocalDate before = Population.AS_OF.minusDays(1);
        ledger.grade(policy, before);
        execute(connection, """
                        insert into grading.night (as_of, policy, policy_version, policy_digest, snapshot, newest_grade,
                            businesses, moved, regraded, started_at, finished_at)
                        values ('%s', '%s', '%s', '%s', '', 0, %d, 0, 0, now(), now())""".formatted(before, policy.id(), policy.version(), policy.digest(), businesses));
        execute(connection, "create table bare (like ledger.grade)");
        execute(connection, "set work_mem = '256MB'");
        System.out.printf(
                "  ledger.record holds %,d rows in %.1f GB, indexes %.1f GB; filled in %.0f s%n",
                number(connection, "select count(*) from ledger.record"),
                number(connection, "select pg_table_size('ledger.record')") / 1e9,
                number(connection, "select pg_indexes_size('ledger.record')") / 1e9,
                (System.nanoTime() - start) / 1e9);
    }

    private void nights(Connection connection, PGSimpleDataSource source) throws Exception {
        System.out.println(
                "| day | moved | nightly run, s | bare COPY out, s | the same, sorted, s | bare COPY in, s | times bare | times bare sorted |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        List<double[]> rows = new ArrayList<>();
        for (int day = 0; day < rounds; day++) {
            LocalDate asOf = Population.AS_OF.plusDays(day);
            Grading grading = grading(source, asOf);
            long start = System.nanoTime();
            Night night = new NightlyRun(source, grading, clock(asOf)).run();
            double ours = seconds(start);
            gate(connection, grading, asOf);
            start = System.nanoTime();
            out(connection, READ);
            out(connection, "select subject, colour, score from ledger.standing");
            double out = seconds(start);
            start = System.nanoTime();
            out(connection, READ + " order by subject");
            out(connection, "select subject, colour, score from ledger.standing order by subject");
            double sorted = seconds(start);
            double in = in(connection, asOf);
            double[] row = {ours, out, sorted, in, ours / (out + in), ours / (sorted + in)};
            rows.add(row);
            System.out.printf(
                    "| %d | %,d | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f |%n",
                    day + 1, night.moved(), row[0], row[1], row[2], row[3], row[4], row[5]);
        }
        System.out.print("| median | |");
        for (int column = 0; column < 6; column++) {
            int at = column;
            System.out.printf(
                    " %.2f |",
                    Contest.median(rows.stream().mapToDouble(row -> row[at]).toArray()));
        }
        System.out.println();
    }

    /** A thousand businesses across the ledger stand where a replay by the interpreter puts them. */
    private void gate(Connection connection, Grading grading, LocalDate asOf) throws SQLException {
        Instant now = Instant.now().plusSeconds(1);
        int step = Math.max(1, businesses / REPLAYED);
        for (int b = 0; b < businesses; b += step) {
            String code = LedgerOfBench.code(b);
            String receipt = grading.replay(code, asOf, now).json();
            String grade = receipt.replaceAll(".*\"colour\":\"([a-z]+)\",\"score\":\"([^\"]*)\".*", "$1 $2");
            String stands;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select colour, score from ledger.standing where subject = '" + code + "'")) {
                row.next();
                stands = List.of("blue", "yellow", "orange", "red").get(row.getInt(1)) + " "
                        + new BigDecimal(row.getString(2)).stripTrailingZeros().toPlainString();
            }
            if (!grade.equals(stands)) {
                throw new IllegalStateException("gate: %s stands %s and not %s".formatted(code, stands, grade));
            }
        }
    }

    /** New grades with receipts for everybody, on a part of them. */
    private void whole(PGSimpleDataSource source) {
        Grading grading = grading(source, Population.AS_OF.plusDays(rounds));
        List<String> codes = new ArrayList<>();
        int size = Math.min(businesses, REGRADED);
        for (int n = 0; n < size; n++) {
            codes.add(LedgerOfBench.code((int) ((long) n * businesses / size)));
        }
        long start = System.nanoTime();
        for (int from = 0; from < size; from += 2_000) {
            grading.regrade(codes.subList(from, Math.min(size, from + 2_000)), Long.MAX_VALUE);
        }
        double seconds = seconds(start);
        System.out.printf(
                "new grades with receipts for %,d: %.1f s, %,.0f a second; for all ~%.0f s%n",
                size, seconds, size / seconds, seconds * businesses / size);
    }

    /** What the way out would take if the ledger kept the columns that grading reads in a table of their own, in order. */
    private static void compact(Connection connection) throws SQLException {
        execute(connection, "create unlogged table compact as " + READ + " order by subject");
        execute(connection, "vacuum analyze compact");
        double[] seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            out(connection, "select * from compact");
            seconds[i] = seconds(start);
        }
        System.out.printf(
                "the same columns from a table of their own, kept in order: %.1f GB, out in %.1f s%n",
                number(connection, "select pg_table_size('compact')") / 1e9, Contest.median(seconds));
    }

    private static Grading grading(PGSimpleDataSource source, LocalDate asOf) {
        return new Grading(
                source,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                versions(source, asOf),
                clock(asOf));
    }

    private static PolicyVersions versions(PGSimpleDataSource source, LocalDate asOf) {
        return new PolicyVersions(
                source, new DataSourceTransactionManager(source), new AuditLog(source, clock(asOf)), clock(asOf));
    }

    private static Clock clock(LocalDate asOf) {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        return Clock.fixed(asOf.atTime(1, 30).atZone(shanghai).toInstant(), shanghai);
    }

    private static void out(Connection connection, String query) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        while (copy.readFromCopy() != null) {
            // only the way out is measured
        }
    }

    private static double in(Connection connection, LocalDate asOf) throws SQLException {
        List<byte[]> rows = new ArrayList<>();
        CopyOut out = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from ledger.grade where as_of = '" + asOf + "') to stdout (format binary)");
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            rows.add(row);
        }
        long start = System.nanoTime();
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bare from stdin (format binary)");
        for (byte[] row : rows) {
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
        return seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
