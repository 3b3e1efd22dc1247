package org.sise.graph.neighbourhood;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.core.code.CreditCode;
import org.sise.graph.GraphUnavailableException;

/** Finds who controls a business and what else they control, along relations that were worked out before. */
public final class Groups {

    private static final int LOOK = 2_000;

    /** Controllers of one business: a controller, or the members of a group that acts in concert. */
    private static final int CONTROLLERS = 20;

    private final Driver driver;
    private final Guards guards;

    /** On a graph that {@link org.sise.graph.projection.GraphProjection} fills. */
    public Groups(Driver driver, Guards guards) {
        this.driver = driver;
        this.guards = guards;
    }

    /**
     * The group of a business, or empty when the graph does not know the business.
     *
     * @param after the credit code after which to begin, or null for the beginning
     * @param most members of the part at most
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Optional<Group> of(CreditCode business, @Nullable String after, int most) {
        return GraphUnavailableException.translating("The group of " + business + " was not read", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(tx -> read(tx, business.value(), after == null ? "" : after, most));
            }
        });
    }

    private Optional<Group> read(TransactionContext tx, String business, String after, int most) {
        Map<String, Object> asked = new HashMap<>(Map.of(
                "code", business,
                "look", LOOK,
                "most", CONTROLLERS,
                "guards", guards.byLabel(),
                "names", guards.names()));
        List<Row> self = Row.all(tx, Cypher.BUSINESS, asked);
        if (self.isEmpty()) {
            return Optional.empty();
        }
        List<Row> named = Row.all(tx, Cypher.CONTROLLERS, asked);
        List<Row> controllers = named.isEmpty() ? self : named;
        long total =
                controllers.stream().mapToLong(row -> row.count("controlled")).sum();
        if (total == 0) {
            return Optional.of(new Group(business, List.of(), List.of(), List.of(), null, 0));
        }
        asked.put("ids", controllers.stream().map(Row::at).toList());
        asked.put("after", after);
        asked.put("most", (most + 1) * controllers.size());
        return Optional.of(part(business, controllers, Row.all(tx, Cypher.CONTROLLED, asked), most, total));
    }

    private Group part(String business, List<Row> controllers, List<Row> controlled, int most, long total) {
        LocalIds ids = new LocalIds();
        List<Party> parties =
                controllers.stream().map(row -> row.party(ids, guards)).toList();
        Map<String, Party> members = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        String next = null;
        for (Row row : controlled) {
            String code = String.valueOf(row.code());
            if (members.size() == most && !members.containsKey(code)) {
                next = List.copyOf(members.keySet()).getLast();
                break;
            }
            members.computeIfAbsent(code, _ -> row.party(ids, guards));
            edges.add(row.edge(ids.at(row.before()), ids.of(row)));
        }
        return new Group(business, parties, List.copyOf(members.values()), List.copyOf(edges), next, total);
    }
}
