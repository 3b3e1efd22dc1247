package org.sise.graph.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.sise.graph.projection.Statement.Ended;
import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Related;

/**
 * Brings a batch into the graph, in one transaction. The outcome depends on the statements alone, not on how they were
 * cut into batches: of a matter the highest record counts, of a person or body the name in the highest record of a
 * relation that stands, and who has no relation left is removed.
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
    private static final String REGISTER = """
            UNWIND $rows AS row
            MERGE (b:Business {code: row.code})
            WITH b, row WHERE coalesce(b.record, 0) < row.record
            SET b.record = row.record, b.name = row.name, b.status = row.status, b.region = row.region""";
    private static final String MENTION = "UNWIND $codes AS code MERGE (:Business {code: code})";
    private static final String NAME = """
            UNWIND $rows AS row
            MERGE (n:%s {key: row.key})
            WITH n, row WHERE coalesce(n.record, 0) < row.record
            SET n.record = row.record, n.name = row.name, n.weak = row.weak""";
    private static final String RELATE = """
            UNWIND $rows AS row
            MATCH (h:%s {%s: row.holder})
            MATCH (b:Business {code: row.business})
            CREATE (h)-[:%s {matter: row.matter, record: row.record, name: row.name, share: row.share,
                from: row.from, until: row.until, state: row.state}]->(b)""";
    private static final String END =
            "UNWIND $rows AS row MERGE (w:Withdrawn {matter: row.matter}) SET w.record = row.record";
    private static final String RESTORE = "UNWIND $matters AS matter MATCH (w:Withdrawn {matter: matter}) DELETE w";
    private static final String RENAME = """
            UNWIND $keys AS key
            MATCH (n:%s {key: key})-[r]->()
            WITH n, r ORDER BY r.record DESC
            WITH n, head(collect(r)) AS latest
            SET n.name = latest.name, n.record = latest.record""";
    private static final String TIDY_HOLDERS = """
            UNWIND $keys AS key
            MATCH (n:%s {key: key}) WHERE NOT EXISTS { (n)--() }
            DELETE n""";
    private static final String TIDY_BUSINESSES = """
            UNWIND $keys AS code
            MATCH (b:Business {code: code}) WHERE b.record IS NULL AND NOT EXISTS { (b)--() }
            DELETE b""";

    private final TransactionContext tx;

    GraphWriter(TransactionContext tx) {
        this.tx = tx;
    }

    void write(Batch batch) {
        Map<RelationType, List<String>> standing = new EnumMap<>(RelationType.class);
        Map<String, Long> over = new HashMap<>();
        Map<String, Long> known = known(batch, standing, over);
        Batch news = batch.without(known);
        Map<HolderLabel, List<String>> touched = remove(news, standing);
        register(news.registered());
        mention(news);
        relate(news.related());
        end(news.ended());
        restore(news.related(), over);
        tidy(touched);
    }

    /** The record that the graph shows of each matter of the batch, as far as it knows the matter. */
    private Map<String, Long> known(
            Batch batch, Map<RelationType, List<String>> standing, Map<String, Long> withdrawn) {
        Map<String, Long> known = new HashMap<>();
        batch.matters().forEach((type, matters) -> {
            Map<String, Long> found = records(KNOWN.formatted(type), matters);
            standing.put(type, List.copyOf(found.keySet()));
            known.putAll(found);
            withdrawn.putAll(records(WITHDRAWN, matters));
        });
        known.putAll(withdrawn);
        return known;
    }

    private Map<String, Long> records(String query, List<String> matters) {
        Map<String, Long> records = new HashMap<>();
        if (!matters.isEmpty()) {
            tx.run(query, Map.of("matters", matters))
                    .forEachRemaining(row -> records.put(
                            row.get("matter").asString(), row.get("record").asLong()));
        }
        return records;
    }

    /** Removes the relations of which the batch knows better, and says whom they concerned. */
    private Map<HolderLabel, List<String>> remove(Batch news, Map<RelationType, List<String>> standing) {
        Map<HolderLabel, List<String>> touched = new EnumMap<>(HolderLabel.class);
        news.matters().forEach((type, matters) -> {
            matters.retainAll(Set.copyOf(standing.getOrDefault(type, List.of())));
            if (!matters.isEmpty()) {
                tx.run(REMOVE.formatted(type), Map.of("matters", matters)).forEachRemaining(row -> touch(row, touched));
            }
        });
        return touched;
    }

    private static void touch(Record row, Map<HolderLabel, List<String>> touched) {
        for (HolderLabel label : HolderLabel.values()) {
            if (label.label().equals(row.get("label").asString())) {
                add(touched, label, row.get("holder").asString());
            }
        }
        add(touched, HolderLabel.BUSINESS, row.get("business").asString());
    }

    private static void add(Map<HolderLabel, List<String>> touched, HolderLabel label, String identity) {
        touched.computeIfAbsent(label, _ -> new ArrayList<>()).add(identity);
    }

    private void register(List<Registered> registered) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(registered.size());
        for (Registered business : registered) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("code", business.code());
            row.put("record", business.record());
            row.put("name", business.name());
            row.put("status", business.status());
            row.put("region", business.region());
            rows.add(row);
        }
        run(REGISTER, "rows", rows);
    }

    /** Makes the ends of the relations where they are missing. */
    private void mention(Batch news) {
        Map<String, Boolean> codes = new LinkedHashMap<>();
        Map<HolderLabel, Map<String, Related>> named = new EnumMap<>(HolderLabel.class);
        for (Related relation : news.related()) {
            codes.put(relation.business(), true);
            if (relation.label() == HolderLabel.BUSINESS) {
                codes.put(relation.holder(), true);
            } else {
                named.computeIfAbsent(relation.label(), _ -> new LinkedHashMap<>())
                        .merge(relation.holder(), relation, (a, b) -> b.record() > a.record() ? b : a);
            }
        }
        news.registered().forEach(business -> codes.remove(business.code()));
        run(MENTION, "codes", List.copyOf(codes.keySet()));
        named.forEach((label, holders) -> run(NAME.formatted(label.label()), "rows", names(holders.values())));
    }

    private static List<Map<String, @Nullable Object>> names(Collection<Related> latest) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(latest.size());
        for (Related relation : latest) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("key", relation.holder());
            row.put("record", relation.record());
            row.put("name", relation.name());
            row.put("weak", relation.weak() ? true : null);
            rows.add(row);
        }
        return rows;
    }

    private void relate(List<Related> related) {
        Map<String, List<Map<String, @Nullable Object>>> byQuery = new LinkedHashMap<>();
        for (Related relation : related) {
            HolderLabel label = relation.label();
            byQuery.computeIfAbsent(
                            RELATE.formatted(label.label(), label.identity(), relation.type()), _ -> new ArrayList<>())
                    .add(row(relation));
        }
        byQuery.forEach((query, rows) -> run(query, "rows", rows));
    }

    private static Map<String, @Nullable Object> row(Related relation) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("holder", relation.holder());
        row.put("business", relation.business());
        row.put("matter", relation.matter());
        row.put("record", relation.record());
        row.put("name", relation.name());
        row.put("share", relation.share());
        row.put("from", relation.from());
        row.put("until", relation.until());
        row.put("state", relation.state());
        return row;
    }

    private void end(List<Ended> ended) {
        run(
                END,
                "rows",
                ended.stream()
                        .map(e -> Map.<String, Object>of("matter", e.matter(), "record", e.record()))
                        .toList());
    }

    private void restore(List<Related> related, Map<String, Long> withdrawn) {
        run(
                RESTORE,
                "matters",
                related.stream()
                        .map(Related::matter)
                        .filter(withdrawn::containsKey)
                        .toList());
    }

    private void tidy(Map<HolderLabel, List<String>> touched) {
        touched.forEach((label, keys) -> {
            switch (label) {
                case BUSINESS -> run(TIDY_BUSINESSES, "keys", keys);
                case PERSON, BODY -> {
                    run(TIDY_HOLDERS.formatted(label.label()), "keys", keys);
                    run(RENAME.formatted(label.label()), "keys", keys);
                }
            }
        });
    }

    private void run(String query, String parameter, List<?> values) {
        if (!values.isEmpty()) {
            tx.run(query, Map.of(parameter, values)).consume();
        }
    }
}
