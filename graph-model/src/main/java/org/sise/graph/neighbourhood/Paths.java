package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.core.code.CreditCode;
import org.sise.graph.GraphUnavailableException;

/**
 * Finds the shortest ways from one business to another. A way never leads through anybody who is guarded, nor through a
 * person known by name only. The search goes on from both ends, always from where less lies ahead.
 */
public final class Paths {

    /** The most steps from business to business. */
    public static final int MOST_STEPS = 6;

    /** Holdings, supplies and others read of one node. */
    private static final int LOOK = 2_000;

    /** Relations taken in one round. */
    private static final int ROWS = 20_000;

    /** Nodes met, on both sides together, after which the search ends. */
    private static final int NODES = 20_000;

    private final Driver driver;
    private final Guards guards;

    /** On a graph that {@link org.sise.graph.projection.GraphProjection} fills. */
    public Paths(Driver driver, Guards guards) {
        this.driver = driver;
        this.guards = guards;
    }

    /**
     * The ways of a day between two businesses, or empty when the graph does not know one of them.
     *
     * @param steps how far to look, 1 to {@link #MOST_STEPS}
     * @param most how many ways at most; longer ones are looked for only until there are so many
     * @throws IllegalArgumentException when the businesses are the same or a limit is outside its limits
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Optional<Connection> between(CreditCode from, CreditCode to, LocalDate day, int steps, int most) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("two businesses are needed");
        }
        if (steps < 1 || steps > MOST_STEPS || most < 1) {
            throw new IllegalArgumentException("1 to " + MOST_STEPS + " steps and at least one way are needed");
        }
        return GraphUnavailableException.translating("The paths from " + from + " to " + to + " were not read", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(tx -> search(tx, from.value(), to.value(), day, steps, most));
            }
        });
    }

    private Optional<Connection> search(
            TransactionContext tx, String from, String to, LocalDate day, int steps, int most) {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "day",
                day,
                "look",
                LOOK,
                "most",
                3 * LOOK,
                "turn",
                LOOK,
                "rows",
                ROWS,
                "guards",
                guards.byLabel(),
                "names",
                guards.names(),
                "known",
                List.of()));
        Optional<Row> one = business(tx, from, asked);
        Optional<Row> other = business(tx, to, asked);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        PathSearch search = new PathSearch(one.get(), other.get(), guards);
        List<PathSearch.Way> ways = List.of();
        boolean complete = true;
        for (int step = 1; step <= steps && ways.size() < most && search.isOpen(); step++) {
            if (search.size() > NODES) {
                complete = false;
                break;
            }
            PathSearch.Side side = search.smaller();
            complete &= advance(tx, search, side, side.businesses(), asked);
            complete &= advance(tx, search, side, side.between(), asked);
            side.descend();
            ways = search.ways(step, most);
        }
        if (!search.isOpen() && ways.size() < most) {
            ways = search.ways(steps, most);
        }
        return Optional.of(search.connection(from, to, day, steps, ways, complete));
    }

    private static boolean advance(
            TransactionContext tx,
            PathSearch search,
            PathSearch.Side side,
            List<String> frontier,
            Map<String, Object> asked) {
        if (frontier.isEmpty()) {
            return true;
        }
        asked.put("frontier", frontier);
        List<Row> rows = Row.all(tx, Cypher.AROUND, asked);
        search.advance(side, rows);
        return rows.size() < ROWS && !search.isLookedAtInPart(frontier, LOOK);
    }

    private static Optional<Row> business(TransactionContext tx, String code, Map<String, Object> asked) {
        asked.put("code", code);
        return Row.all(tx, Cypher.BUSINESS, asked).stream().findFirst();
    }
}
