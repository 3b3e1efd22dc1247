package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.core.code.CreditCode;
import org.sise.graph.GraphUnavailableException;

/**
 * Looks around a business in Neo4j, along every kind of relation and both ways. Whoever is guarded, such as a nominee or an
 * agent who registers for a living, is shown and not followed; the business in the middle always is.
 */
public final class Neighbourhoods {

    /** Holdings, supplies and others read of one node. */
    private static final int LOOK = 2_000;

    /** Up to so many outgoing relations are read to find those among the nodes; of more, each pair is looked up. */
    private static final int FEW = 200;

    /** Rows of one step for each node that an answer may have. */
    private static final int ROWS_A_NODE = 4;

    /** Nodes of one kind and direction before those of the others have their turn. */
    private static final int TURN = 8;

    private final Driver driver;
    private final Guards guards;

    /** On a graph that {@link org.sise.graph.projection.GraphProjection} fills. */
    public Neighbourhoods(Driver driver, Guards guards) {
        this.driver = driver;
        this.guards = guards;
    }

    /**
     * The neighbourhood of a business on a day, or empty when the graph does not know the business.
     *
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Optional<Neighbourhood> of(CreditCode business, LocalDate day, Limits limits) {
        return GraphUnavailableException.translating("The neighbourhood of " + business + " was not read", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(tx -> look(tx, business.value(), day, limits));
            }
        });
    }

    private Optional<Neighbourhood> look(TransactionContext tx, String centre, LocalDate day, Limits limits) {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "code", centre,
                "day", day,
                "look", LOOK,
                "few", FEW,
                "most", limits.nodes(),
                "rows", ROWS_A_NODE * limits.nodes(),
                "turn", TURN,
                "guard", guards.counted(),
                "names", guards.names()));
        List<Row> first = Row.all(tx, Cypher.BUSINESS, asked);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Walk walk = new Walk(limits, guards);
        walk.start(first.getFirst());
        for (int depth = 1; depth <= limits.depth(); depth++) {
            step(tx, walk, depth, walk.goOn(depth - 1, true), asked);
            step(tx, walk, depth, walk.goOn(depth, false), asked);
        }
        asked.put("ids", walk.elementIds());
        List<Edge> edges =
                Row.all(tx, Cypher.AMONG, asked).stream().map(walk::edge).toList();
        return Optional.of(new Neighbourhood(
                centre,
                walk.nodes(),
                edges,
                walk.isCut(LOOK),
                oldest(first.getFirst().day("oldest"), edges)));
    }

    private static void step(
            TransactionContext tx, Walk walk, int depth, List<String> frontier, Map<String, Object> asked) {
        if (!frontier.isEmpty() && !walk.isFull()) {
            asked.put("frontier", frontier);
            asked.put("known", walk.elementIds());
            List<Row> rows = Row.all(tx, Cypher.AROUND, asked);
            walk.advance(depth, rows);
            if (rows.size() == (int) asked.get("rows")) {
                walk.cut();
            }
        }
    }

    private static @Nullable LocalDate oldest(@Nullable LocalDate first, List<Edge> edges) {
        LocalDate oldest = first;
        for (Edge edge : edges) {
            LocalDate since = edge.since();
            if (since != null && (oldest == null || since.isBefore(oldest))) {
                oldest = since;
            }
        }
        return oldest;
    }
}
