package org.sise.graph.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;
import org.sise.graph.projection.Statement.Related;

/**
 * Brings a batch into the graph, in one transaction. The outcome depends on the statements alone, not on how they were
 * cut into batches: of a matter the highest record counts, of a person, body or address the name in the highest record of
 * a relation that stands, and who has no relation left is removed. What follows from relations and is no record's word,
 * {@code CONTROLS}, keeps nobody in the graph.
 */
final class GraphWriter {

    private static final String KNOWN = """
            UNWIND $matters AS matter
            MATCH ()-[r:%1$s {matter: matter}]->()
            USING INDEX r:%1$s(matter)
            RETURN matter, r.record AS record""";
    private static final String WITHDRAWN = """
            UNWIND $matters AS matter
            MATCH (w:Withdrawn {matter: matter})
            RETURN matter, w.record AS record""";
    private static final String REMOVE = """
            UNWIND $matters AS matter
            MATCH (h)-[r:%1$s {matter: matter}]->(b)
            USING INDEX r:%1$s(matter)
            DELETE r
            RETURN labels(h)[0] AS label, coalesce(h.code, h.key) AS holder, b.code AS business""";
    private static final String RELATE = """
            UNWIND $rows AS row
            MATCH (h:%s {%s: row.holder})
            MATCH (b:Business {code: row.business})
            CREATE (h)-[r:%s]->(b)
            SET r = row.properties""";
    private static final String END = "UNWIND $rows AS row MERGE (w:Withdrawn {matter: row.matter}) SET w = row";
    private static final String RESTORE = "UNWIND $matters AS matter MATCH (w:Withdrawn {matter: matter}) DELETE w";

    private final TransactionContext tx;
    private final NodeWriter nodes;

    GraphWriter(TransactionContext tx) {
        this.tx = tx;
        this.nodes = new NodeWriter(tx);
    }

    /** Brings in what is later than what the graph knows. */
    void write(Batch batch) {
        Map<String, Long> standing = standing(batch);
        Map<String, Long> withdrawn = withdrawn(batch);
        Map<String, Long> known = new HashMap<>(standing);
        known.putAll(withdrawn);
        Batch news = batch.without(known);
        bring(news, remove(standing.keySet(), news), withdrawn.keySet());
    }

    /** Makes the graph say what the batch says, whatever it says of the same businesses, matters and parties now. */
    void mend(Batch batch) {
        Map<HolderLabel, Set<String>> concerned = new EnumMap<>(HolderLabel.class);
        batch.registered().forEach(business -> add(concerned, HolderLabel.BUSINESS, business.code()));
        for (Related relation : batch.related()) {
            if (relation.party().label() != HolderLabel.BUSINESS) {
                add(concerned, relation.party().label(), relation.party().id());
            }
        }
        nodes.forget(concerned);
        Map<HolderLabel, Set<String>> touched = remove(standing(batch).keySet(), batch);
        concerned.forEach((label, ids) -> ids.forEach(id -> add(touched, label, id)));
        bring(batch, touched, withdrawn(batch).keySet());
    }

    /** Removes relations that no record says, and whom they alone kept. */
    void remove(RelationType type, Collection<String> matters) {
        nodes.tidy(removed(type, matters));
    }

    /** Removes the marks of withdrawal of these matters. */
    void removeWithdrawn(Collection<String> matters) {
        run(RESTORE, "matters", List.copyOf(matters));
    }

    private void bring(Batch news, Map<HolderLabel, Set<String>> touched, Set<String> withdrawn) {
        nodes.register(news.registered());
        nodes.mention(news);
        relate(news.related());
        run(
                END,
                "rows",
                news.ended().stream()
                        .map(e -> Map.<String, Object>of("matter", e.matter(), "record", e.record()))
                        .toList());
        removeWithdrawn(news.related().stream()
                .map(Related::matter)
                .filter(withdrawn::contains)
                .toList());
        nodes.tidy(touched);
    }

    /** The record that the graph shows of each matter of the batch of which it has a relation. */
    private Map<String, Long> standing(Batch batch) {
        Map<String, Long> standing = new HashMap<>();
        batch.matters().forEach((type, matters) -> standing.putAll(records(KNOWN.formatted(type), matters)));
        return standing;
    }

    private Map<String, Long> withdrawn(Batch batch) {
        Map<String, Long> withdrawn = new HashMap<>();
        batch.matters().values().forEach(matters -> withdrawn.putAll(records(WITHDRAWN, matters)));
        return withdrawn;
    }

    private Map<String, Long> records(String query, Collection<String> matters) {
        Map<String, Long> records = new HashMap<>();
        if (!matters.isEmpty()) {
            tx.run(query, Map.of("matters", List.copyOf(matters)))
                    .forEachRemaining(row -> records.put(row.get("matter").asString(), number(row.get("record"))));
        }
        return records;
    }

    /** A relation that no projection made may say anything of its record. */
    private static long number(Value record) {
        return record.hasType(TypeSystem.getDefault().INTEGER()) ? record.asLong() : 0;
    }

    /** Removes the relations of which the batch knows better, and says whom they concerned. */
    private Map<HolderLabel, Set<String>> remove(Set<String> standing, Batch news) {
        Map<HolderLabel, Set<String>> touched = new EnumMap<>(HolderLabel.class);
        news.matters().forEach((type, matters) -> {
            matters.retainAll(standing);
            removed(type, matters).forEach((label, ids) -> ids.forEach(id -> add(touched, label, id)));
        });
        return touched;
    }

    private Map<HolderLabel, Set<String>> removed(RelationType type, Collection<String> matters) {
        Map<HolderLabel, Set<String>> touched = new EnumMap<>(HolderLabel.class);
        if (!matters.isEmpty()) {
            tx.run(REMOVE.formatted(type), Map.of("matters", List.copyOf(matters)))
                    .forEachRemaining(row -> touch(row, touched));
        }
        return touched;
    }

    private static void touch(Record row, Map<HolderLabel, Set<String>> touched) {
        for (HolderLabel label : HolderLabel.values()) {
            if (label.label().equals(row.get("label").asString(""))
                    && !row.get("holder").isNull()) {
                add(touched, label, row.get("holder").asString());
            }
        }
        if (!row.get("business").isNull()) {
            add(touched, HolderLabel.BUSINESS, row.get("business").asString());
        }
    }

    private static void add(Map<HolderLabel, Set<String>> nodes, HolderLabel label, String identity) {
        nodes.computeIfAbsent(label, _ -> new LinkedHashSet<>()).add(identity);
    }

    private void relate(List<Related> related) {
        Map<String, List<Map<String, Object>>> byQuery = new LinkedHashMap<>();
        for (Related relation : related) {
            HolderLabel label = relation.party().label();
            byQuery.computeIfAbsent(
                            RELATE.formatted(label.label(), label.identity(), relation.type()), _ -> new ArrayList<>())
                    .add(Map.of(
                            "holder", relation.party().id(),
                            "business", relation.business(),
                            "properties", relation.properties()));
        }
        byQuery.forEach((query, rows) -> run(query, "rows", rows));
    }

    private void run(String query, String parameter, List<?> values) {
        if (!values.isEmpty()) {
            tx.run(query, Map.of(parameter, values)).consume();
        }
    }
}
