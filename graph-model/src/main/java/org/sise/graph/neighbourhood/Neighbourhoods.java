package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.core.code.CreditCode;
import org.sise.graph.GraphUnavailableException;

/**
 * Looks around a business in Neo4j: by shared legal representatives, shared holders and holdings up and down. Whoever
 * has more businesses than the limits say, such as a nominee or an agent who registers for a living, is shown and not
 * followed.
 */
public final class Neighbourhoods {

    private static final String OF_THE_DAY =
            "r.from <= $day AND coalesce(r.until, $day) >= $day AND r.state <> 'expired'";
    private static final String FACTS = """
            CALL (n) {
                MATCH (n)-[:HOLDS|LEGAL_REPRESENTATIVE]->(held) WITH DISTINCT held LIMIT $guard
                RETURN count(held) AS businesses
            }
            RETURN before, type(r) AS type, inward, r.record AS record,
                labels(n)[0] AS label, coalesce(n.code, n.key) AS identity,
                coalesce(n.name, CASE WHEN inward THEN r.name END) AS name,
                n:Business AND n.name IS NOT NULL AS registered, n.status AS status, n.region AS region,
                coalesce(n.weak, false) AS weak, businesses, COUNT { (n)--() } AS relations
            """;
    private static final String CENTRE = """
            MATCH (n:Business {code: $code})
            WITH null AS before, null AS r, false AS inward, n
            """ + FACTS;
    private static final String AROUND = """
            UNWIND $frontier AS before
            MATCH (b:Business {code: before})
            CALL (b) {
                MATCH (n)-[r:HOLDS|LEGAL_REPRESENTATIVE]->(b) WHERE %1$s
                RETURN n, r, true AS inward ORDER BY type(r) DESC, coalesce(r.share, 0.0) DESC, r.record LIMIT $most
                UNION ALL
                MATCH (b)-[r:HOLDS]->(n) WHERE %1$s
                RETURN n, r, false AS inward ORDER BY coalesce(r.share, 0.0) DESC, r.record LIMIT $most
            }
            """.formatted(OF_THE_DAY) + FACTS;
    private static final String BEHIND = """
            UNWIND $frontier AS before
            MATCH (p:%s {key: before})
            CALL (p) {
                MATCH (p)-[r:HOLDS|LEGAL_REPRESENTATIVE]->(n:Business) WHERE %s
                RETURN n, r ORDER BY type(r) DESC, coalesce(r.share, 0.0) DESC, r.record LIMIT $most
            }
            WITH before, n, r, false AS inward
            """;
    private static final String AMONG = """
            UNWIND $codes AS code
            MATCH (h)-[r:HOLDS|LEGAL_REPRESENTATIVE]->(b:Business {code: code})
            WHERE (h.code IN $codes OR h.key IN $keys) AND %s
            RETURN labels(h)[0] AS label, coalesce(h.code, h.key) AS holder, code, type(r) AS type,
                r.record AS record, r.share AS share, r.from AS since, r.until AS until
            ORDER BY r.record""".formatted(OF_THE_DAY);

    private final Driver driver;

    /** On a graph that {@link org.sise.graph.projection.GraphProjection} fills. */
    public Neighbourhoods(Driver driver) {
        this.driver = driver;
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

    private static Optional<Neighbourhood> look(TransactionContext tx, String centre, LocalDate day, Limits limits) {
        List<Record> found = tx.run(CENTRE, Map.of("code", centre, "guard", limits.businesses() + 1))
                .list();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Walk walk = new Walk(limits);
        walk.start(found.getFirst());
        for (int depth = 1; depth <= limits.depth() && !walk.frontier().isEmpty(); depth++) {
            List<String> frontier = walk.frontier();
            walk.advance(NodeKind.BUSINESS, depth, follow(tx, AROUND, frontier, day, limits));
            for (NodeKind between : List.of(NodeKind.PERSON, NodeKind.BODY)) {
                List<String> holders = walk.between(between, depth);
                if (!holders.isEmpty()) {
                    String label = between == NodeKind.PERSON ? "Person" : "Body";
                    String query = BEHIND.formatted(label, OF_THE_DAY) + FACTS;
                    walk.advance(between, depth, follow(tx, query, holders, day, limits));
                }
            }
            walk.descend(depth);
        }
        List<Edge> edges = new ArrayList<>();
        tx.run(AMONG, Map.of("codes", walk.identities(NodeKind.BUSINESS), "keys", walk.keys(), "day", day))
                .forEachRemaining(row -> edges.add(walk.edge(row)));
        return Optional.of(new Neighbourhood(centre, walk.nodes(), List.copyOf(edges), walk.isCut()));
    }

    private static List<Record> follow(
            TransactionContext tx, String query, List<String> frontier, LocalDate day, Limits limits) {
        return tx.run(
                        query,
                        Map.of(
                                "frontier",
                                frontier,
                                "day",
                                day,
                                "most",
                                limits.nodes() + 1,
                                "guard",
                                limits.businesses() + 1))
                .list();
    }
}
