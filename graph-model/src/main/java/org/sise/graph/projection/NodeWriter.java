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
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.sise.graph.projection.Statement.Party;
import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Related;

/** Brings the ends of relations into the graph, in one transaction: businesses, people, bodies, addresses, telephones. */
final class NodeWriter {

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
    private static final String RENAME = """
            UNWIND $keys AS key
            MATCH (n:%s {key: key})-[r:%s]->()
            WITH n, r ORDER BY r.record DESC
            WITH n, head(collect(r)) AS latest
            SET n.name = latest.name, n.record = latest.record""";
    private static final String TIDY_HOLDERS = """
            UNWIND $keys AS key
            MATCH (n:%s {key: key}) WHERE NOT EXISTS { (n)-[:%s]-() }
            DETACH DELETE n""";
    private static final String TIDY_BUSINESSES = """
            UNWIND $keys AS code
            MATCH (b:Business {code: code}) WHERE b.record IS NULL AND NOT EXISTS { (b)-[:%s]-() }
            DETACH DELETE b""".formatted(RelationType.ANY);
    private static final String FORGET = "UNWIND $keys AS key MATCH (n:%1$s {%2$s: key}) SET n = {%2$s: key}";
    private static final String FORGET_NAME =
            "UNWIND $keys AS key MATCH (n:%1$s {key: key}) SET n = {key: key, weak: n.weak}";

    private final TransactionContext tx;

    NodeWriter(TransactionContext tx) {
        this.tx = tx;
    }

    /** Makes the businesses say what the register says, where they say something earlier. */
    void register(List<Registered> registered) {
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

    /** Makes the ends of a batch's relations where they are missing. */
    void mention(Batch batch) {
        Set<String> codes = new LinkedHashSet<>();
        Map<HolderLabel, Map<String, Related>> named = new EnumMap<>(HolderLabel.class);
        for (Related relation : batch.related()) {
            codes.add(relation.business());
            if (relation.party().label() == HolderLabel.BUSINESS) {
                codes.add(relation.party().id());
            } else {
                named.computeIfAbsent(relation.party().label(), _ -> new LinkedHashMap<>())
                        .merge(relation.party().id(), relation, (a, b) -> b.record() > a.record() ? b : a);
            }
        }
        batch.registered().forEach(business -> codes.remove(business.code()));
        run(MENTION, "codes", List.copyOf(codes));
        named.forEach((label, holders) -> run(NAME.formatted(label.label()), "rows", names(holders.values())));
    }

    private static List<Map<String, @Nullable Object>> names(Collection<Related> latest) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(latest.size());
        for (Related relation : latest) {
            Party party = relation.party();
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("key", party.id());
            row.put("record", relation.record());
            row.put("name", party.name());
            row.put("weak", party.weak() ? true : null);
            rows.add(row);
        }
        return rows;
    }

    /** Removes who has no relation left, and names the others after their latest. */
    void tidy(Map<HolderLabel, Set<String>> touched) {
        touched.forEach((label, identities) -> {
            List<String> keys = List.copyOf(identities);
            switch (label) {
                case BUSINESS -> run(TIDY_BUSINESSES, "keys", keys);
                case PERSON, BODY, ADDRESS, PHONE -> {
                    run(TIDY_HOLDERS.formatted(label.label(), RelationType.ANY), "keys", keys);
                    run(RENAME.formatted(label.label(), RelationType.ANY), "keys", keys);
                }
            }
        });
    }

    /** Takes everything from nodes but their identity. */
    void forget(Map<HolderLabel, Set<String>> nodes) {
        nodes.forEach((label, identities) ->
                run(FORGET.formatted(label.label(), label.identity()), "keys", List.copyOf(identities)));
    }

    /** Takes everything from holders but their identity and whether only a name is known of them. */
    void forgetNames(HolderLabel label, Collection<String> keys) {
        run(FORGET_NAME.formatted(label.label()), "keys", List.copyOf(keys));
    }

    private void run(String query, String parameter, List<?> values) {
        if (!values.isEmpty()) {
            tx.run(query, Map.of(parameter, values)).consume();
        }
    }
}
