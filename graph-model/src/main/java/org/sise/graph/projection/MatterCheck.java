package org.sise.graph.projection;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.sise.graph.projection.GraphDifference.Kind;
import org.sise.graph.projection.Statement.Ended;
import org.sise.graph.projection.Statement.Related;
import org.sise.graph.projection.Statement.Relational;
import org.sise.ledger.record.SettledMatters;
import org.sise.ledger.record.StoredRecord;

/** Compares the matters of one type: three streams in the order of the matters, the ledger's and the graph's two. */
final class MatterCheck {

    /** The comparison with the empty text lets Neo4j read an index in its order instead of sorting. */
    private static final String RELATIONS = """
            MATCH (h)-[r:%s]->(b) WHERE r.matter >= ''
            RETURN r.matter AS id, properties(r) AS properties, labels(h) AS label, coalesce(h.code, h.key) AS holder,
                h.weak AS weak, labels(b) AS labelAtEnd, b.code AS business
            ORDER BY r.matter""";

    private static final String MARKS = """
            MATCH (w:Withdrawn) WHERE w.matter STARTS WITH $prefix
            RETURN w.matter AS id, properties(w) AS properties
            ORDER BY w.matter""";
    private static final String MARK = "Withdrawn";

    private final Driver driver;
    private final SettledMatters ledger;
    private final Translation translation;
    private final Differences differences;

    MatterCheck(Driver driver, SettledMatters ledger, Translation translation, Differences differences) {
        this.driver = driver;
        this.ledger = ledger;
        this.translation = translation;
        this.differences = differences;
    }

    /** Compares until the end, or until the repairs that wait are too many. */
    void check(RelationType type) {
        try (Session forRelations = driver.session();
                Session forMarks = driver.session();
                Stream<StoredRecord> settled = ledger.ofMatters(type.kind(), type.suffix())) {
            Ordered relations = new Ordered(forRelations.run(RELATIONS.formatted(type)));
            Ordered marks = new Ordered(forMarks.run(MARKS, Map.of("prefix", type.prefix())));
            Iterator<StoredRecord> records = settled.iterator();
            while (records.hasNext() && !differences.isFull()) {
                Relational said = translation.relation(records.next());
                if (said != null) {
                    differences.compared();
                    compare(
                            said,
                            relations.at(said.matter(), row -> strayRelation(type, row)),
                            marks.at(said.matter(), this::strayMark));
                }
            }
            if (!differences.isFull()) {
                relations.rest(row -> strayRelation(type, row));
                marks.rest(this::strayMark);
            }
        }
    }

    private void compare(Relational said, @Nullable Record relation, @Nullable Record mark) {
        Repair repair = new Repair.Relate(said);
        switch (said) {
            case Related related -> {
                if (relation == null) {
                    differences.add(Kind.MISSING, said.type().name(), said.matter(), said.record(), repair);
                } else {
                    differences.compare(
                            said.type().name(),
                            said.matter(),
                            said.record(),
                            expected(related),
                            found(relation),
                            repair);
                }
                if (mark != null) {
                    strayMark(mark);
                }
            }
            case Ended ended -> {
                if (relation != null) {
                    strayRelation(said.type(), relation);
                }
                if (mark == null) {
                    differences.add(Kind.MISSING, MARK, said.matter(), said.record(), repair);
                } else {
                    differences.compare(
                            MARK,
                            said.matter(),
                            said.record(),
                            Map.of("matter", ended.matter(), "record", ended.record()),
                            mark.get("properties").asMap(),
                            repair);
                }
            }
        }
    }

    private static Map<String, Object> expected(Related related) {
        Map<String, Object> expected = new HashMap<>(related.properties());
        expected.put(
                "(party)",
                List.of(related.party().label().label(), related.party().id()));
        expected.put("(business)", List.of(HolderLabel.BUSINESS.label(), related.business()));
        if (related.party().weak()) {
            expected.put("(party).weak", true);
        }
        return expected;
    }

    private static Map<String, Object> found(Record row) {
        Map<String, Object> found = new HashMap<>(row.get("properties").asMap());
        found.put(
                "(party)",
                List.of(row.get("label").get(0).asString(""), row.get("holder").asString("")));
        found.put(
                "(business)",
                List.of(
                        row.get("labelAtEnd").get(0).asString(""),
                        row.get("business").asString("")));
        if (!row.get("weak").isNull()) {
            found.put("(party).weak", row.get("weak").asObject());
        }
        return found;
    }

    private void strayRelation(RelationType type, Record row) {
        String matter = row.get("id").asString();
        differences.add(Kind.STRAY, type.name(), matter, Differences.record(row), new Repair.Unrelate(type, matter));
    }

    private void strayMark(Record row) {
        String matter = row.get("id").asString();
        differences.add(Kind.STRAY, MARK, matter, Differences.record(row), new Repair.Unmark(matter));
    }
}
