package org.sise.graph.phoenix;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;

/**
 * What the ledger says of a business as far as these signs need it.
 *
 * @param registered day of establishment, or null when the register does not have it
 * @param registration the record of it
 * @param ended day on which it was deregistered or its licence revoked, or null while it operates
 * @param ending the record of that
 * @param industry GB/T 4754 code, or null
 * @param grade its grade, or null
 * @param marks its records that stand, of kinds that may be debts
 * @param permits its permits
 */
public record BusinessFacts(
        @Nullable LocalDate registered,
        long registration,
        @Nullable LocalDate ended,
        long ending,
        @Nullable String industry,
        @Nullable Grade grade,
        List<Mark> marks,
        List<Permit> permits) {

    /** Copies. */
    public BusinessFacts {
        marks = List.copyOf(marks);
        permits = List.copyOf(permits);
    }

    /**
     * A record that stands against it.
     *
     * @param kind what it is
     * @param day its date
     * @param record its number
     */
    public record Mark(RecordKind kind, LocalDate day, long record) {}

    /**
     * A permit.
     *
     * @param category what is permitted, as the permits word it
     * @param from first day
     * @param record its number
     */
    public record Permit(String category, LocalDate from, long record) {}

    /** Its records of some kinds up to a day. */
    List<Mark> marks(Set<RecordKind> kinds, LocalDate day) {
        return marks.stream()
                .filter(mark -> kinds.contains(mark.kind) && !mark.day.isAfter(day))
                .toList();
    }
}
