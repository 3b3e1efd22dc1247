package org.sise.graph.projection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;
import org.sise.graph.projection.GraphDifference.Kind;
import org.sise.ledger.record.Position;

/** Gathers differences: their number, the first of them, and when they are to be mended the repairs still to do. */
final class Differences {

    private final int shown;
    private final int atOnce;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<GraphDifference> first = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private long compared;

    /** @param atOnce how many repairs may wait; 0 when nothing is to be mended */
    Differences(int shown, int atOnce) {
        this.shown = shown;
        this.atOnce = atOnce;
    }

    void compared() {
        compared++;
    }

    /** Whether so many repairs wait that they should be made before more is compared. */
    boolean isFull() {
        return atOnce > 0 && repairs.size() >= atOnce;
    }

    void add(GraphDifference difference, Repair repair) {
        counts.merge(difference.kind(), 1L, Long::sum);
        if (first.size() < shown) {
            first.add(difference);
        }
        if (atOnce > 0) {
            repairs.add(repair);
        }
    }

    void add(Kind kind, String what, String id, @Nullable Long record, Repair repair) {
        add(new GraphDifference(kind, what, id, List.of(), record), repair);
    }

    /** Adds a difference of content if there is one. */
    void compare(
            String what,
            String id,
            @Nullable Long record,
            Map<String, Object> expected,
            Map<String, Object> found,
            Repair repair) {
        List<String> differing = differing(expected, found);
        if (!differing.isEmpty()) {
            add(new GraphDifference(Kind.DIFFERENT, what, id, differing, record), repair);
        }
    }

    /** The repairs that wait, which then are gone. */
    List<Repair> takeRepairs() {
        List<Repair> taken = List.copyOf(repairs);
        repairs.clear();
        return taken;
    }

    GraphReport report(Position position, long mended) {
        return new GraphReport(position, compared, counts, first, mended);
    }

    static List<String> differing(Map<String, Object> expected, Map<String, Object> found) {
        if (expected.equals(found)) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        names.removeIf(name -> {
            Object value = expected.get(name);
            return value != null && value.equals(found.get(name));
        });
        return List.copyOf(names);
    }

    /** The record that a row's properties name, or null. */
    static @Nullable Long record(Record row) {
        return number(row.get("properties").get("record"));
    }

    /** A record's number, or null where a hand has written something else. */
    static @Nullable Long number(Value record) {
        return record.hasType(TypeSystem.getDefault().INTEGER()) ? Long.valueOf(record.asLong()) : null;
    }
}
