package org.sise.bench.related;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/**
 * A database with recursive queries. It is given the factors of both directions of each relation, and only the relations
 * that may pass something on; ours works these out in its time.
 */
abstract class Peer implements AutoCloseable {

    final Connection connection;
    private final String divide;

    Peer(Connection connection, String divide) {
        this.connection = connection;
        this.divide = divide;
    }

    abstract String name();

    /** A table's rows in the making. */
    interface Rows extends AutoCloseable {
        void add(long... values) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    abstract Rows rows(String table) throws SQLException;

    abstract void loaded() throws SQLException;

    void load(Province province) throws SQLException {
        execute("create %s table origin (node integer, half integer, effect integer)".formatted(unlogged()));
        execute("create %s table link (src integer, dst integer, half integer, factor integer)".formatted(unlogged()));
        execute("create %s table holding (holder integer, held integer, share double precision)".formatted(unlogged()));
        RelationGraph all = province.all();
        ExposureInput input = province.input(all);
        try (Rows rows = rows("origin")) {
            for (int party = 0; party < province.weights.length; party++) {
                if (province.weights[party] > 0) {
                    rows.add(party, isBusiness(all, party) ? 0 : 1, province.weights[party] * 1000L);
                }
            }
        }
        try (Rows rows = rows("link")) {
            for (int r = 0; r < all.relations(); r++) {
                int half = isBusiness(all, all.from(r)) ? 2 : 1;
                link(
                        rows,
                        input,
                        province,
                        all.from(r),
                        all.to(r),
                        half,
                        province.rules.down(all.kind(r), all.share(r)));
                link(rows, input, province, all.to(r), all.from(r), half, province.rules.up(all.kind(r), all.share(r)));
            }
        }
        RelationGraph holdings = province.holdings();
        try (Rows rows = rows("holding")) {
            for (int r = 0; r < holdings.relations(); r++) {
                rows.add(holdings.from(r), holdings.to(r), Double.doubleToLongBits(Share.fraction(holdings.share(r))));
            }
        }
        loaded();
    }

    private static void link(Rows rows, ExposureInput input, Province province, int from, int to, int half, int factor)
            throws SQLException {
        if (factor > 0 && !input.isCut(from, province.rules)) {
            rows.add(from, to, half, factor);
        }
    }

    /** By business, the effect in millionths. */
    int[] exposure(Province province) throws SQLException {
        int[] effects = new int[province.businesses];
        read(
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

    /** By business, who has more than half of it along all chains, or -1. */
    int[] control(Province province) throws SQLException {
        int[] controllers = new int[province.businesses];
        Arrays.fill(controllers, -1);
        read("""
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

    private void read(String query, Row row) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(50_000);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        } finally {
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

    private static boolean isBusiness(RelationGraph graph, int party) {
        return graph.parties().kind(party) == PartyKind.BUSINESS;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
