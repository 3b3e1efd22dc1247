package org.sise.bench.related;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB by JDBC, in memory up to a bound, beyond it in a folder, two threads. */
final class DuckDb extends SqlPeer {

    DuckDb(Province province, Path spill) throws SQLException {
        super(DriverManager.getConnection("jdbc:duckdb:"), "//");
        execute("set threads = 2");
        execute("set memory_limit = '4GB'");
        execute("set temp_directory = '" + spill + "'");
        load(province);
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    /** It lives in this one. */
    @Override
    public long process() {
        return ProcessHandle.current().pid();
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
