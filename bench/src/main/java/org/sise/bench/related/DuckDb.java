package org.sise.bench.related;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB by JDBC, in memory, two threads. */
final class DuckDb extends Peer {

    DuckDb() throws SQLException {
        super(DriverManager.getConnection("jdbc:duckdb:"), "//");
        execute("set threads = 2");
    }

    @Override
    String name() {
        return "DuckDB";
    }

    @Override
    Rows rows(String table) throws SQLException {
        DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", table);
        boolean holding = table.equals("holding");
        return new Rows() {
            @Override
            public void add(long... values) throws SQLException {
                appender.beginRow();
                for (int i = 0; i < values.length; i++) {
                    if (holding && i == 2) {
                        appender.append(Double.longBitsToDouble(values[i]));
                    } else {
                        appender.append((int) values[i]);
                    }
                }
                appender.endRow();
            }

            @Override
            public void close() throws SQLException {
                appender.close();
            }
        };
    }

    @Override
    void loaded() {}
}
