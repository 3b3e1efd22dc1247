package org.sise.graph.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Brings edges of control into the graph, in one transaction. */
final class ControlWriter {

    private static final String FOUND = """
            UNWIND $codes AS code
            MATCH (c)-[r:CONTROLS]->(:Business {code: code})
            RETURN code, labels(c)[0] AS label, coalesce(c.code, c.key) AS controller, properties(r) AS properties,
                elementId(r) AS element""";
    private static final String REMOVE = """
            UNWIND $codes AS code
            MATCH ()-[r:CONTROLS]->(:Business {code: code})
            DELETE r
            RETURN count(r) AS removed""";
    private static final String DROP = "UNWIND $elements AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r";
    private static final String CREATE = """
            UNWIND $rows AS row
            MATCH (c:%s {%s: row.controller})
            MATCH (b:Business {code: row.business})
            CREATE (c)-[r:CONTROLS]->(b)
            SET r = row.properties, r.asOf = $day
            RETURN count(r) AS written""";

    private final TransactionContext tx;

    ControlWriter(TransactionContext tx) {
        this.tx = tx;
    }

    /** Makes these the only edges of their businesses. */
    ControlEdges.Outcome write(List<ControlEdge> edges, LocalDate day) {
        Map<String, ControlEdge> wanted = new HashMap<>();
        edges.forEach(edge -> wanted.put(edge.business(), edge));
        Set<String> kept = new HashSet<>();
        List<String> others = new ArrayList<>();
        tx.run(FOUND, Map.of("codes", List.copyOf(wanted.keySet()))).forEachRemaining(row -> {
            String code = row.get("code").asString();
            ControlEdge edge = wanted.get(code);
            if (edge == null || !isSame(edge, row) || !kept.add(code)) {
                others.add(row.get("element").asString());
            }
        });
        if (!others.isEmpty()) {
            tx.run(DROP, Map.of("elements", others)).consume();
        }
        wanted.keySet().removeAll(kept);
        long written = create(wanted, day);
        return new ControlEdges.Outcome(kept.size(), written, others.size(), wanted.size() - written);
    }

    /** Removes the edges of these businesses, and says how many there were. */
    long remove(List<String> codes) {
        return tx.run(REMOVE, Map.of("codes", codes)).single().get("removed").asLong();
    }

    private static boolean isSame(ControlEdge wanted, Record row) {
        Map<String, Object> found = new HashMap<>(row.get("properties").asMap());
        found.remove("asOf");
        return wanted.label().label().equals(row.get("label").asString(""))
                && wanted.controller().equals(row.get("controller").asString(""))
                && wanted.properties().equals(found);
    }

    private long create(Map<String, ControlEdge> edges, LocalDate day) {
        Map<HolderLabel, List<Map<String, Object>>> rows = new EnumMap<>(HolderLabel.class);
        edges.values()
                .forEach(edge -> rows.computeIfAbsent(edge.label(), _ -> new ArrayList<>())
                        .add(Map.of(
                                "controller", edge.controller(),
                                "business", edge.business(),
                                "properties", edge.properties())));
        long[] written = {0};
        rows.forEach((label, some) -> written[0] += tx.run(
                        CREATE.formatted(label.label(), label.identity()), Map.of("rows", some, "day", day))
                .single()
                .get("written")
                .asLong());
        return written[0];
    }
}
