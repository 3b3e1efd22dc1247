package org.sise.bench.policy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB by JDBC, in memory, two threads, the records in the order of their businesses. */
final class DuckDb implements Engine {

    private final Sql sql;
    private final DuckDBConnection connection;
    private int businesses;

    DuckDb(Scheme scheme, int threads) throws SQLException {
        this.sql = new Sql(scheme, "//");
        Connection opened = DriverManager.getConnection("jdbc:duckdb:");
        this.connection = opened.unwrap(DuckDBConnection.class);
        execute("set threads = " + threads);
        execute("set preserve_insertion_order = true");
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public void load(Population population) throws SQLException {
        businesses = population.businesses();
        execute("create table business (id integer, registered date)");
        execute("create table record (business integer, kind utinyint, value utinyint, state utinyint, date date)");
        try (DuckDBAppender rows = connection.createAppender("main", "business")) {
            for (int b = 0; b < businesses; b++) {
                rows.beginRow()
                        .append(b)
                        .append(LocalDate.ofEpochDay(population.registered[b]))
                        .endRow();
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "record")) {
            for (int b = 0; b < businesses; b++) {
                for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                    short code = population.code[r];
                    rows.beginRow()
                            .append(b)
                            .append((byte) Population.kind(code))
                            .append((byte) Population.value(code))
                            .append((byte) Population.state(code))
                            .append(LocalDate.ofEpochDay(population.day[r]))
                            .endRow();
                }
            }
        }
    }

    @Override
    public byte[] colours() throws SQLException {
        byte[] colours = new byte[businesses];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.pairs())) {
            while (rows.next()) {
                colours[rows.getInt(1)] = rows.getByte(2);
            }
        }
        return colours;
    }

    @Override
    public long grade() throws SQLException {
        return number(sql.checksum());
    }

    /** The one number that a statement answers. */
    long number(String statement) throws SQLException {
        try (Statement made = connection.createStatement();
                ResultSet rows = made.executeQuery(statement)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String statement) throws SQLException {
        try (Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
