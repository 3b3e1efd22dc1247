package org.sise.bench.policy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * PostgreSQL by JDBC: both tables in partitions by business, in the order of the businesses, without any index, and the
 * number of parallel workers that was the fastest when tried (bench/README.md says what else was).
 */
final class Postgres implements Engine {

    private static final int PARTITIONS = 16;

    private static final List<String> SETTINGS = List.of(
            "set max_parallel_workers_per_gather = 1; set jit = on",
            "set max_parallel_workers_per_gather = 2; set jit = on",
            "set max_parallel_workers_per_gather = 2; set jit = off",
            "set max_parallel_workers_per_gather = 3; set jit = on");

    private final Sql sql;
    private final Connection connection;
    private int businesses;

    Postgres(Scheme scheme, Connection connection) throws SQLException {
        this.sql = new Sql(scheme, "/");
        this.connection = connection;
        execute("set work_mem = '512MB'");
        execute("set hash_mem_multiplier = 4");
        execute("set enable_partitionwise_aggregate = on");
        execute("set enable_partitionwise_join = on");
        execute("set parallel_setup_cost = 0");
        execute("set parallel_tuple_cost = 0");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void load(Population population) throws SQLException {
        businesses = population.businesses();
        execute("create table business (id integer, registered date) partition by range (id)");
        execute("create table record (business integer, date date, kind smallint, value smallint,"
                + " state smallint) partition by range (business)");
        int size = businesses / PARTITIONS + 1;
        for (int p = 0; p < PARTITIONS; p++) {
            for (String table : new String[] {"business", "record"}) {
                execute("create unlogged table %s_%d partition of %s for values from (%d) to (%d)"
                        .formatted(table, p, table, p * size, (p + 1) * size));
            }
        }
        try (BinaryCopy rows = new BinaryCopy(connection, "business")) {
            for (int b = 0; b < businesses; b++) {
                rows.row(2).add(b).addDay(population.registered[b]);
            }
        }
        try (BinaryCopy rows = new BinaryCopy(connection, "record")) {
            for (int b = 0; b < businesses; b++) {
                for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                    short code = population.code[r];
                    rows.row(5)
                            .add(b)
                            .addDay(population.day[r])
                            .addShort(Population.kind(code))
                            .addShort(Population.value(code))
                            .addShort(Population.state(code));
                }
            }
        }
        execute("vacuum analyze business");
        execute("vacuum analyze record");
    }

    /** Grades once by each way of running the query and keeps the settings of the fastest. */
    void tune() throws SQLException {
        String best = SETTINGS.getFirst();
        double least = Double.MAX_VALUE;
        for (String settings : SETTINGS) {
            execute(settings);
            long start = System.nanoTime();
            grade();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("  PostgreSQL tried with %s: %.1f s%n", settings, seconds);
            if (seconds < least) {
                least = seconds;
                best = settings;
            }
        }
        execute(best);
        System.out.println("  PostgreSQL goes on with " + best);
    }

    @Override
    public byte[] colours() throws SQLException {
        byte[] colours = new byte[businesses];
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(50_000);
            try (ResultSet rows = statement.executeQuery(sql.pairs())) {
                while (rows.next()) {
                    colours[rows.getInt(1)] = rows.getByte(2);
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return colours;
    }

    @Override
    public long grade() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.checksum())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
