package org.sise.bench.related;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL by JDBC, unlogged tables with an index on where a relation begins. */
final class Postgres extends SqlPeer {

    private static final int CHUNK = 1 << 16;

    private final long backend;

    Postgres(Province province, Connection connection) throws SQLException {
        super(connection, "/");
        execute("set work_mem = '512MB'");
        execute("set hash_mem_multiplier = 2");
        execute("set max_parallel_workers_per_gather = 2");
        backend = connection.unwrap(PGConnection.class).getBackendPID();
        load(province);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public long process() {
        return backend;
    }

    @Override
    String unlogged() {
        return "unlogged";
    }

    @Override
    Rows rows(String table) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        boolean holding = table.equals("holding");
        StringBuilder text = new StringBuilder();
        return new Rows() {
            @Override
            public void add(long... values) throws SQLException {
                for (int i = 0; i < values.length; i++) {
                    text.append(i == 0 ? "" : "\t");
                    if (holding && i == 2) {
                        text.append(Double.longBitsToDouble(values[i]));
                    } else {
                        text.append(values[i]);
                    }
                }
                text.append('\n');
                if (text.length() > CHUNK) {
                    flush();
                }
            }

            private void flush() throws SQLException {
                byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                text.setLength(0);
            }

            @Override
            public void close() throws SQLException {
                flush();
                copy.endCopy();
            }
        };
    }

    @Override
    void loaded() throws SQLException {
        execute("create index on link (src)");
        execute("create index on holding (holder)");
        execute("create index on holding (held)");
        execute("vacuum analyze origin");
        execute("vacuum analyze link");
        execute("vacuum analyze holding");
    }
}
