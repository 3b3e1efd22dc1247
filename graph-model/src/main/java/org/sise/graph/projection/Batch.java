package org.sise.graph.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.graph.projection.Statement.Ended;
import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Related;
import org.sise.graph.projection.Statement.Relational;
import org.sise.ledger.record.StoredRecord;

/**
 * What a run of records comes to: of each business and each matter only what the latest record says.
 *
 * @param registered by business, in order of first mention
 * @param related relations that stand
 * @param ended relations that were withdrawn
 */
record Batch(List<Registered> registered, List<Related> related, List<Ended> ended) {

    static Batch of(List<StoredRecord> records, Translation translation) {
        Map<String, Registered> businesses = new LinkedHashMap<>();
        Map<String, Relational> matters = new LinkedHashMap<>();
        for (StoredRecord stored : records) {
            Registered registered = Translation.registered(stored);
            if (registered != null) {
                businesses.merge(registered.code(), registered, Batch::later);
            }
            Relational relation = translation.relation(stored);
            if (relation != null) {
                matters.merge(relation.matter(), relation, Batch::later);
            }
        }
        return of(businesses.values(), matters.values());
    }

    /** Of statements that concern a business or a matter once each. */
    static Batch of(Collection<Registered> businesses, Collection<Relational> matters) {
        List<Related> related = new ArrayList<>(matters.size());
        List<Ended> ended = new ArrayList<>();
        for (Relational statement : matters) {
            switch (statement) {
                case Related standing -> related.add(standing);
                case Ended over -> ended.add(over);
            }
        }
        return new Batch(List.copyOf(businesses), List.copyOf(related), List.copyOf(ended));
    }

    /**
     * Without the statements on matters of which the graph knows the same or a later record.
     *
     * @param known by matter, the record that the graph shows
     */
    Batch without(Map<String, Long> known) {
        if (known.isEmpty()) {
            return this;
        }
        return new Batch(
                registered,
                related.stream().filter(r -> isNews(r, known)).toList(),
                ended.stream().filter(e -> isNews(e, known)).toList());
    }

    /** The matters of its relations, standing and ended, by type. */
    Map<RelationType, List<String>> matters() {
        Map<RelationType, List<String>> matters = new EnumMap<>(RelationType.class);
        related.forEach(
                r -> matters.computeIfAbsent(r.type(), _ -> new ArrayList<>()).add(r.matter()));
        ended.forEach(
                e -> matters.computeIfAbsent(e.type(), _ -> new ArrayList<>()).add(e.matter()));
        return matters;
    }

    private static boolean isNews(Relational statement, Map<String, Long> known) {
        Long record = known.get(statement.matter());
        return record == null || record < statement.record();
    }

    private static <T extends Statement> T later(T a, T b) {
        return b.record() > a.record() ? b : a;
    }
}
