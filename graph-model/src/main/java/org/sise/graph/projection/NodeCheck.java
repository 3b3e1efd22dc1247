package org.sise.graph.projection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.sise.core.record.RecordKind;
import org.sise.graph.projection.GraphDifference.Kind;
import org.sise.graph.projection.Statement.Registered;
import org.sise.ledger.record.SettledMatters;
import org.sise.ledger.record.StoredRecord;

/**
 * Compares nodes: businesses with the register; people, bodies, addresses and telephones with the latest of the relations
 * that the graph has of them, which {@link MatterCheck} compares; and finds what no projection makes.
 */
final class NodeCheck {

    private static final String BUSINESSES = """
            MATCH (b:Business) WHERE b.code >= ''
            RETURN b.code AS id, properties(b) AS properties, EXISTS { (b)-[:%s]-() } AS related
            ORDER BY b.code""".formatted(RelationType.ANY);
    private static final String HOLDERS = """
            MATCH (n:%s) WHERE n.key >= ''
            CALL (n) {
                OPTIONAL MATCH (n)-[r:%s]->() RETURN r ORDER BY r.record DESC LIMIT 1
            }
            WITH n, r
            WHERE r IS NULL OR coalesce(n.record, -1) <> coalesce(r.record, -1)
                OR coalesce(n.name, '') <> coalesce(r.name, '')
                OR any(k IN keys(n) WHERE NOT k IN ['key', 'name', 'weak', 'record'])
            RETURN n.key AS id, properties(n) AS properties, r IS NULL AS lonely,
                r.record AS record, r.name AS name""";
    private static final String STRANGE_NODES = """
            MATCH (n) WHERE NOT n:GraphMigration AND NOT n:GraphPosition
                AND (size(labels(n)) <> 1
                    OR NOT n:%s|Withdrawn
                    OR NOT coalesce(CASE WHEN n:Business THEN n.code WHEN n:Withdrawn THEN n.matter ELSE n.key END
                        >= '', false)
                    OR (n:Withdrawn AND none(prefix IN $prefixes WHERE n.matter STARTS WITH prefix)))
            RETURN elementId(n) AS id, coalesce(labels(n)[0], '') AS what, properties(n) AS properties""".formatted(HolderLabel.ANY);
    private static final String STRANGE_RELATIONS = """
            MATCH ()-[r]->() WHERE type(r) <> 'CONTROLS'
                AND (NOT type(r) IN $types OR NOT coalesce(r.matter >= '', false))
            RETURN elementId(r) AS id, type(r) AS what, properties(r) AS properties""";

    private final Driver driver;
    private final SettledMatters ledger;
    private final Differences differences;

    NodeCheck(Driver driver, SettledMatters ledger, Differences differences) {
        this.driver = driver;
        this.ledger = ledger;
        this.differences = differences;
    }

    /** Nodes and relations of unknown labels and types, or without identity. */
    void strangers() {
        try (Session session = driver.session()) {
            List<String> types =
                    Arrays.stream(RelationType.values()).map(RelationType::name).toList();
            List<String> prefixes = Arrays.stream(RelationType.values())
                    .map(RelationType::prefix)
                    .toList();
            each(
                    session.run(STRANGE_RELATIONS, Map.of("types", types)),
                    row -> stranger(row, new Repair.DropRelation(row.get("id").asString())));
            each(
                    session.run(STRANGE_NODES, Map.of("prefixes", prefixes)),
                    row -> stranger(row, new Repair.DropNode(row.get("id").asString())));
        }
    }

    private void stranger(Record row, Repair repair) {
        differences.add(
                Kind.STRAY, row.get("what").asString(), row.get("id").asString(), Differences.record(row), repair);
    }

    /** Businesses as the register has them. */
    void businesses() {
        try (Session session = driver.session();
                Stream<StoredRecord> settled = ledger.ofSubjects(RecordKind.REGISTRATION)) {
            Ordered found = new Ordered(session.run(BUSINESSES));
            Iterator<StoredRecord> records = settled.iterator();
            while (records.hasNext() && !differences.isFull()) {
                Registered said = Translation.registered(records.next());
                if (said != null) {
                    differences.compared();
                    compare(said, found.at(said.code(), this::unregistered));
                }
            }
            if (!differences.isFull()) {
                found.rest(this::unregistered);
            }
        }
    }

    private void compare(Registered said, @Nullable Record found) {
        Repair repair = new Repair.Register(said);
        String what = HolderLabel.BUSINESS.label();
        if (found == null) {
            differences.add(Kind.MISSING, what, said.code(), said.record(), repair);
            return;
        }
        Map<String, Object> expected = new HashMap<>();
        expected.put("code", said.code());
        expected.put("record", said.record());
        put(expected, "name", said.name());
        put(expected, "status", said.status());
        put(expected, "region", said.region());
        differences.compare(
                what,
                said.code(),
                said.record(),
                expected,
                found.get("properties").asMap(),
                repair);
    }

    private void unregistered(Record row) {
        boolean named = row.get("properties").size() > 1;
        if (named || !row.get("related").asBoolean()) {
            String code = row.get("id").asString();
            differences.add(
                    named ? Kind.STRAY : Kind.LEFTOVER,
                    HolderLabel.BUSINESS.label(),
                    code,
                    Differences.record(row),
                    new Repair.Unregister(code));
        }
    }

    /** Holders of one label as their latest relation names them. */
    void holders(HolderLabel label) {
        try (Session session = driver.session()) {
            each(session.run(HOLDERS.formatted(label.label(), RelationType.ANY)), row -> holder(label, row));
        }
    }

    private void holder(HolderLabel label, Record row) {
        String key = row.get("id").asString();
        Repair repair = new Repair.Rename(label, key);
        if (row.get("lonely").asBoolean()) {
            differences.add(Kind.LEFTOVER, label.label(), key, Differences.record(row), repair);
            return;
        }
        Map<String, Object> found = new HashMap<>(row.get("properties").asMap());
        found.remove("weak");
        Map<String, Object> expected = new HashMap<>();
        expected.put("key", key);
        put(expected, "record", row.get("record").asObject());
        put(expected, "name", row.get("name").asObject());
        differences.compare(label.label(), key, Differences.number(row.get("record")), expected, found, repair);
    }

    private void each(Result rows, Ordered.Others each) {
        while (rows.hasNext() && !differences.isFull()) {
            each.hear(rows.next());
        }
        rows.consume();
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
