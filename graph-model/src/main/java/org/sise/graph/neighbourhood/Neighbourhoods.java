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

    /** Up to so many relations of a business are read to find those among the nodes; of more, each pair is looked up. */
    private static final int FEW = 200;

    /** Nodes from which the walk goes on at a time, at least. */
    private static final int SOME = 10;

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
                "turn", TURN,
                "guards", guards.byLabel(),
                "names", guards.names()));
        ask(asked, List.of(), List.of(), limits.nodes());
        List<Row> first = Row.all(tx, Cypher.START, asked);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Walk walk = new Walk(limits, guards);
        walk.start(first);
        for (int depth = 2; depth <= limits.depth(); depth++) {
            step(tx, walk, depth, asked);
        }
        asked.put("ids", walk.elementIds());
        List<Row> among = Row.all(tx, Cypher.AMONG, asked);
        List<Edge> edges =
                among.stream().filter(Row::isRelation).map(walk::edge).toList();
        return Optional.of(new Neighbourhood(
                centre,
                walk.nodes(),
                edges,
                walk.isCut(LOOK),
                oldest(among.getFirst().day("oldest"), edges)));
    }

    /** Goes on from some businesses at a time: often the first of them fill the answer. */
    private static void step(TransactionContext tx, Walk walk, int depth, Map<String, Object> asked) {
        List<String> frontier = walk.frontier(depth - 1);
        int done = 0;
        while (done < frontier.size() && !walk.isFull()) {
            List<String> some = frontier.subList(done, Math.min(frontier.size(), done + Math.max(SOME, walk.room())));
            ask(asked, some, walk.elementIds(), walk.room());
            walk.advance(depth, some, Row.all(tx, Cypher.STEP, asked));
            done += some.size();
        }
    }

    /** One row more than there is room for tells that there is more. */
    private static void ask(Map<String, Object> asked, List<String> frontier, List<String> known, int room) {
        asked.put("frontier", frontier);
        asked.put("known", known);
        asked.put("most", room + 1);
        asked.put("rows", room + 1);
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
