package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** One row of an answer of Neo4j, its columns named as in {@link Cypher}. */
final class Row {

    private static final String BEFORE = "before";

    private final Record row;

    Row(Record row) {
        this.row = row;
    }

    /** The answer to a statement of {@link Cypher}. */
    static List<Row> all(TransactionContext tx, String statement, Map<String, Object> asked) {
        return tx.run(statement, asked).list(Row::new);
    }

    /** The element id of the node at the end of the relation. */
    String at() {
        return row.get("at").asString();
    }

    /** The element id of the node from which this was found. */
    String before() {
        return row.get(BEFORE).asString();
    }

    /** Whether the relation leads from what was found to where the walk comes from. */
    boolean inward() {
        return row.get("inward").asBoolean();
    }

    /** Whether there is a relation; without one a row has only what is said beside it. */
    boolean isRelation() {
        return !row.get("type").isNull();
    }

    /** The element id of the relation. */
    String relation() {
        return row.get("relation").asString();
    }

    EdgeKind type() {
        return EdgeKind.valueOf(row.get("type").asString());
    }

    NodeKind kind() {
        return NodeKind.of(row.get("label").asString());
    }

    boolean weak() {
        return row.get("weak").asBoolean();
    }

    long relations() {
        return row.get("relations").asLong();
    }

    boolean isHeldBack(Guards guards) {
        return guards.holdsBack(
                kind(), row.get("leads").asLong(), row.get("named").asBoolean(false));
    }

    long count(String column) {
        return row.get(column).asLong();
    }

    @Nullable
    LocalDate day(String column) {
        Value value = row.get(column);
        return value.isNull() ? null : value.asLocalDate();
    }

    List<Long> records() {
        Value records = row.get("records");
        if (!records.isNull()) {
            return List.copyOf(records.asList(Value::asLong));
        }
        Value record = row.get("record");
        return record.isNull() ? List.of() : List.of(record.asLong());
    }

    Tie tie() {
        return inward() ? type().first() : type().second();
    }

    /** The node at the end, under an id of the answer. */
    Party party(LocalIds ids, Guards guards) {
        String name = text("name");
        return new Party(
                ids.of(this),
                kind(),
                name == null && row.containsKey("named_so") ? text("named_so") : name,
                row.get("registered").asBoolean(),
                text("status"),
                text("region"),
                weak(),
                relations(),
                isHeldBack(guards));
    }

    /** The relation, between ids of the answer. */
    Edge edge(String from, String to) {
        Value share = row.get("share");
        return new Edge(
                records(),
                from,
                to,
                type(),
                share.isNull() ? null : share.asDouble(),
                text("detail"),
                day("since"),
                day("until"));
    }

    @Nullable
    String code() {
        return text("code");
    }

    private @Nullable String text(String column) {
        Value value = row.get(column);
        return value.isNull() ? null : value.asString();
    }
}
