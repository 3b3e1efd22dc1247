package org.sise.graph.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Relational;

/** Makes repairs, so many in a transaction. A repair that was made already changes nothing. */
final class Mender {

    private static final int AT_ONCE = 1_000;
    private static final String DROP_NODES = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id DETACH DELETE n";
    private static final String DROP_RELATIONS = "UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r";

    private final Driver driver;

    Mender(Driver driver) {
        this.driver = driver;
    }

    void make(List<Repair> repairs) {
        try (Session session = driver.session()) {
            for (int from = 0; from < repairs.size(); from += AT_ONCE) {
                List<Repair> some = repairs.subList(from, Math.min(repairs.size(), from + AT_ONCE));
                session.executeWriteWithoutResult(tx -> make(some, tx));
            }
        }
    }

    private static void make(List<Repair> repairs, TransactionContext tx) {
        Map<String, Registered> registered = new LinkedHashMap<>();
        Map<String, Relational> related = new LinkedHashMap<>();
        Map<RelationType, Set<String>> unrelated = new EnumMap<>(RelationType.class);
        List<String> unmarked = new ArrayList<>();
        Map<HolderLabel, Set<String>> unregistered = new EnumMap<>(HolderLabel.class);
        Map<HolderLabel, Set<String>> renamed = new EnumMap<>(HolderLabel.class);
        List<String> nodes = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        for (Repair repair : repairs) {
            switch (repair) {
                case Repair.Register(Registered business) -> registered.put(business.code(), business);
                case Repair.Unregister(String code) -> add(unregistered, HolderLabel.BUSINESS, code);
                case Repair.Relate(Relational statement) -> related.put(statement.matter(), statement);
                case Repair.Unrelate(RelationType type, String matter) -> add(unrelated, type, matter);
                case Repair.Unmark(String matter) -> unmarked.add(matter);
                case Repair.Rename(HolderLabel label, String key) -> add(renamed, label, key);
                case Repair.DropNode(String element) -> nodes.add(element);
                case Repair.DropRelation(String element) -> relations.add(element);
            }
        }
        drop(relations, DROP_RELATIONS, tx);
        drop(nodes, DROP_NODES, tx);
        GraphWriter writer = new GraphWriter(tx);
        unrelated.forEach(writer::remove);
        writer.removeWithdrawn(unmarked);
        writer.mend(Batch.of(registered.values(), related.values()));
        NodeWriter holders = new NodeWriter(tx);
        holders.forget(unregistered);
        holders.tidy(unregistered);
        renamed.forEach(holders::forgetNames);
        holders.tidy(renamed);
    }

    private static void drop(List<String> ids, String query, TransactionContext tx) {
        if (!ids.isEmpty()) {
            tx.run(query, Map.of("ids", ids)).consume();
        }
    }

    private static <K> void add(Map<K, Set<String>> lists, K key, String value) {
        lists.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value);
    }
}
