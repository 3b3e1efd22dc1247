package org.sise.bench.related;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/**
 * A database with recursive queries. It is given the factors of both directions of each relation, and only the relations
 * that may pass something on; ours works these out in its time.
 */
abstract class SqlPeer implements Peer {

    final Connection connection;
    private final String divide;

    SqlPeer(Connection connection, String divide) {
        this.connection = connection;
        this.divide = divide;
    }

    /** A table's rows in the making. */
    interface Rows extends AutoCloseable {
        void add(long... values) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    abstract Rows rows(String table) throws SQLException;

    abstract void loaded() throws SQLException;

    final void load(Province province) throws SQLException {
        execute("create %s table origin (node integer, half integer, effect integer)".formatted(unlogged()));
        execute("create %s table link (src integer, dst integer, half integer, factor integer)".formatted(unlogged()));
        execute("create %s table holding (holder integer, held integer, share double precision)".formatted(unlogged()));
        try (Rows rows = rows("origin")) {
            for (int business = 0; business < province.businesses; business++) {
                if (province.weights[business] > 0) {
                    rows.add(business, 0, province.effect(business));
                }
            }
        }
        try (Rows rows = rows("link")) {
            province.links(rows::add);
        }
        RelationGraph holdings = province.holdings();
        try (Rows rows = rows("holding")) {
            for (int r = 0; r < holdings.relations(); r++) {
                rows.add(holdings.from(r), holdings.to(r), Double.doubleToLongBits(Share.fraction(holdings.share(r))));
            }
        }
        loaded();
    }

    @Override
    public int[] exposure(Province province, Duration limit) throws SQLException, TimeoutException {
        int[] effects = new int[province.businesses];
        read(
                limit,
                """
                with recursive walk(origin, node, half, effect) as (
                  select node, node, half, effect from origin
                  union
                  select w.origin, l.dst, w.half + l.half, w.effect * l.factor %s 1000
                  from walk w join link l on l.src = w.node
                  where w.half + l.half <= %d and w.effect * l.factor >= 1000)
                select node, max(effect) from walk where node <> origin and node < %d group by node\
                """.formatted(divide, 2 * province.rules.steps(), province.businesses),
                row -> effects[row.getInt(1)] = row.getInt(2));
        return effects;
    }

    @Override
    public int[] control(Province province, Duration limit) throws SQLException, TimeoutException {
        int[] controllers = new int[province.businesses];
        Arrays.fill(controllers, -1);
        read(limit, """
                with recursive chain(holder, held, share) as (
                  select h.holder, h.held, h.share from holding h
                  where not exists (select 1 from holding above where above.held = h.holder)
                  union all
                  select c.holder, h.held, c.share * h.share from chain c join holding h on h.holder = c.held)
                select held, holder from chain group by held, holder having sum(share) > 0.500000000001\
                """, row -> controllers[row.getInt(1)] = row.getInt(2));
        return controllers;
    }

    /** Takes a row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void read(Duration limit, String query, Row row) throws SQLException, TimeoutException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                TimeLimit time = new TimeLimit(limit, statement::cancel)) {
            statement.setFetchSize(50_000);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    row.take(rows);
                }
            } catch (SQLException e) {
                throw time.explain(e);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    String unlogged() {
        return "";
    }

    void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
