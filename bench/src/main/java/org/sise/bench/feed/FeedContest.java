package org.sise.bench.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.integrations.row.FileFault;
import org.sise.ledger.record.Appended;

/**
 * A register and penalties from file to ledger, and the penalties sent once more, each followed in the same round by bare
 * text COPY of the same rows of the ledger into a table without an index and into one with the ledger's.
 *
 * @param rows how many penalties
 * @param rounds how often, each in a new database
 * @param work a folder for files and PostgreSQL
 */
public record FeedContest(int rows, int rounds, Path work) {

    static final long SEED = 20_261_122;
    private static final int PER_BUSINESS = 5;
    private static final int SAMPLE = 1_000;
    private static final int WARM = 10_000;
    private static final String COLUMNS = "kind, subject, record_key, version, event_date, document, department, state,"
            + " severity, amount, published_from, published_until, fields, digest, feed, batch, line, original";

    /** Runs and prints. */
    public void run() throws Exception {
        int businesses = Math.max(SAMPLE, rows / PER_BUSINESS);
        System.out.printf(
                "%n## feed to ledger: %,d penalties on %,d businesses, seed %d, %d rounds%n",
                rows, businesses, SEED, rounds);
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "feed");
        try (PostgresEngine engine = PostgresEngine.start(folder.resolve("postgres"))) {
            Path register = FeedFiles.register(folder.resolve("register.csv"), businesses, SEED);
            Path penalties = FeedFiles.penalties(folder.resolve("penalties.csv"), rows, businesses, 0, SEED);
            Path again = folder.resolve("again.csv");
            Files.copy(penalties, again, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(again, "\n", StandardOpenOption.APPEND); // the same rows, another file
            warmUp(engine, folder);
            System.out.println("| round | register | penalties | the same again | bare COPY | COPY, indexed"
                    + " | penalties, times bare | times indexed |");
            System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            List<double[]> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                try (FeedHouse house = new FeedHouse(engine, "round" + round)) {
                    double[] rates = round(house, register, penalties, again, round == 0);
                    print(Integer.toString(round + 1), rates);
                    all.add(rates);
                }
            }
            print("median", median(all));
        } finally {
            FeedHouse.delete(folder);
        }
    }

    /** Small files first, so that the first round is like the others. */
    private static void warmUp(PostgresEngine engine, Path folder) throws IOException, SQLException {
        try (FeedHouse house = new FeedHouse(engine, "warm")) {
            house.land("register", FeedFiles.register(folder.resolve("r.csv"), WARM, SEED), _ -> {});
            house.land("penalties", FeedFiles.penalties(folder.resolve("p.csv"), 4 * WARM, WARM, 0, SEED), _ -> {});
        }
    }

    private double[] round(FeedHouse house, Path register, Path penalties, Path again, boolean gate)
            throws IOException, SQLException, FileFault {
        FeedHouse.Run first = house.land("register", register, _ -> {});
        FeedHouse.Run second = house.land("penalties", penalties, _ -> {});
        FeedHouse.Run third = house.land("penalties", again, _ -> {});
        demand(first.appended().equals(new Appended(2 * (int) first.rows(), 0, 0)), "all of the register is there");
        demand(second.appended().equals(new Appended(rows, 0, 0)), "all penalties are there");
        demand(third.appended().equals(new Appended(0, rows, 0)), "the same again is the same");
        demand(first.quarantined() + second.quarantined() + third.quarantined() == 0, "no row was refused");
        demand(house.number("select count(*) from ledger.record") == 2 * first.rows() + rows, "records are counted");
        demand(house.number("select count(*) from ledger.business") == first.rows(), "businesses are counted");
        if (gate) {
            int checked = Reference.check(house, "register", register, Math.max(1, (int) first.rows() / SAMPLE))
                    + Reference.check(house, "penalties", penalties, Math.max(1, rows / SAMPLE));
            System.out.printf("<!-- gate: %,d records as a plain row by row reference has them -->%n", checked);
        }
        Path dump = penalties.resolveSibling("rows.copy");
        try (Connection connection = house.connection();
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dump))) {
                copy.copyOut(
                        "copy (select " + COLUMNS + " from ledger.record where kind = 2 order by id) to stdout", out);
            }
            double bare = copied(copy, statement, "including defaults including identity", dump);
            double indexed = copied(copy, statement, "including all", dump);
            double ours = second.rows() / second.seconds();
            return new double[] {
                first.rows() / first.seconds(),
                ours,
                third.rows() / third.seconds(),
                bare,
                indexed,
                ours / bare,
                ours / indexed
            };
        }
    }

    private static double copied(CopyManager copy, Statement statement, String like, Path dump)
            throws IOException, SQLException {
        statement.execute("create table bare (like ledger.record %s)".formatted(like));
        try (InputStream in = Files.newInputStream(dump)) {
            long start = System.nanoTime();
            long rows = copy.copyIn("copy bare (" + COLUMNS + ") from stdin", in, 1 << 16);
            return rows * 1e9 / (System.nanoTime() - start);
        } finally {
            statement.execute("drop table bare");
        }
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("the gate is shut: not so: " + what);
        }
    }

    private static double[] median(List<double[]> rows) {
        double[] median = new double[rows.getFirst().length];
        for (int c = 0; c < median.length; c++) {
            int column = c;
            double[] sorted =
                    rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
            median[c] = sorted[sorted.length / 2];
        }
        return median;
    }

    private static void print(String name, double[] r) {
        System.out.printf(
                "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %.2f | %.2f |%n",
                name, r[0], r[1], r[2], r[3], r[4], r[5], r[6]);
    }
}
