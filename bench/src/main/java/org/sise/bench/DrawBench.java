package org.sise.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.CheckItem;
import org.sise.supervision.draw.Draw;
import org.sise.supervision.draw.DrawInputs;
import org.sise.supervision.draw.DrawPlan;
import org.sise.supervision.draw.FrozenTable;
import org.sise.supervision.draw.Inspector;
import org.sise.supervision.draw.ObjectPool;
import org.sise.supervision.draw.ObjectPoolBuilder;
import org.sise.supervision.draw.PlannedStratum;

/**
 * The public draw of a province's pool, from the objects in memory to the transcript's bytes, beside PostgreSQL's {@code
 * order by random()} of as many objects from a table, which proves nothing. Gate: the draw gives the same bytes from
 * the objects in another order, and as many objects as the table.
 */
public final class DrawBench {

    private static final int PAIRS = 5;
    private static final String[] STRATA = {"RED", "ORANGE", "YELLOW", "BLUE"};
    private static final int[] SHARE_PERCENT = {2, 4, 16, 100};
    private static final String[] RATIOS = {"0.02", "0.01", "0.002", "0.0005"};

    private final String[] codes;
    private final String[] strata;

    private DrawBench(int objects, long seed) {
        Random random = new Random(seed);
        codes = new String[objects];
        strata = new String[objects];
        for (int i = 0; i < objects; i++) {
            String body = "%c%c%06d".formatted('A' + i / 1_000_000 % 8, 'A' + random.nextInt(8), i % 1_000_000);
            String first17 = "9121010" + i % 8 + body + OrganisationCode.checkCharacter(body);
            codes[i] = first17 + CreditCode.checkCharacter(first17);
            int percent = random.nextInt(100);
            int stratum = 0;
            while (percent >= SHARE_PERCENT[stratum]) {
                stratum++;
            }
            strata[i] = STRATA[stratum];
        }
    }

    /** Runs; the first argument, if there is one, is the number of objects. */
    public static void main(String[] args) throws Exception {
        int objects = args.length > 0 ? Integer.parseInt(args[0]) : 3_200_000;
        long seed = 20_261_122;
        System.out.printf("draw of %,d objects, seed %d, %d pairs%n", objects, seed, PAIRS);
        DrawBench bench = new DrawBench(objects, seed);
        Path data = Files.createTempDirectory("sise-bench");
        try (PostgresEngine postgres = PostgresEngine.start(data.resolve("postgres"));
                Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "")) {
            bench.load(connection);
            bench.run(connection);
        } finally {
            delete(data);
        }
    }

    private void run(Connection connection) throws SQLException {
        byte[] transcript = draw(false);
        int drawn = count(transcript);
        if (!Arrays.equals(transcript, draw(true)) || drawn != select(connection)) {
            throw new IllegalStateException("gate: the results differ");
        }
        System.out.printf(
                "gate: the same %,d bytes from either order, %,d objects drawn on both sides%n",
                transcript.length, drawn);
        double[] ours = new double[PAIRS];
        double[] theirs = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            long start = System.nanoTime();
            draw(false);
            long middle = System.nanoTime();
            select(connection);
            ours[i] = (middle - start) / 1e9;
            theirs[i] = (System.nanoTime() - middle) / 1e9;
            ratios[i] = ours[i] / theirs[i];
            System.out.printf("  draw %.2f s   order by random() %.2f s   ratio %.2f%n", ours[i], theirs[i], ratios[i]);
        }
        System.out.printf(
                "median: draw %.2f s, order by random() %.2f s, ratio %.2f%n",
                median(ours), median(theirs), median(ratios));
    }

    private byte[] draw(boolean backwards) {
        ObjectPoolBuilder pool = ObjectPool.of(List.of(STRATA));
        for (int i = 0; i < codes.length; i++) {
            int at = backwards ? codes.length - 1 - i : i;
            pool.add(strata[at], codes[at]);
        }
        List<PlannedStratum> planned = new ArrayList<>();
        for (int i = 0; i < STRATA.length; i++) {
            planned.add(new PlannedStratum(STRATA[i], new BigDecimal(RATIOS[i])));
        }
        List<Inspector> inspectors = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            inspectors.add(new Inspector("LN%05d".formatted(i), "员" + i, 20));
        }
        List<CheckItem> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(new CheckItem("F-%02d".formatted(i), i < 3));
        }
        String secret = "ab".repeat(32);
        DrawPlan plan = new DrawPlan("bench", DrawPlan.commitmentTo(secret), secret, Beacon.NONE, planned, 5);
        return Draw.draw(new DrawInputs(
                        plan,
                        pool.build(),
                        FrozenTable.ofInspectors(inspectors),
                        FrozenTable.ofItems(items),
                        FrozenTable.ofRecusals(List.of())))
                .toJson();
    }

    private static int count(byte[] transcript) {
        String text = new String(transcript, StandardCharsets.UTF_8);
        return text.substring(text.indexOf("\"drawn\""), text.indexOf("\"unassigned\""))
                        .split("\"code\":", -1)
                        .length
                - 1;
    }

    private void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table pool (stratum text, code text)");
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy pool from stdin");
        for (int i = 0; i < codes.length; i++) {
            byte[] line = (strata[i] + "\t" + codes[i] + "\n").getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze pool");
        }
    }

    private static int select(Connection connection) throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < STRATA.length; i++) {
                String chosen =
                        "select code from pool where stratum = '%s' order by random() limit (select ceil(%s * count(*)) from pool where stratum = '%s')"
                                .formatted(STRATA[i], RATIOS[i], STRATA[i]);
                try (ResultSet result = statement.executeQuery(chosen)) {
                    while (result.next()) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
