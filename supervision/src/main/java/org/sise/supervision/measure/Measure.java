package org.sise.supervision.measure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.record.RecordKind;

/**
 * A measure on a business.
 *
 * @param id its number
 * @param entry the catalogue's entry
 * @param kind whether it burdens or favours
 * @param category the kind of measure
 * @param department who carries it out
 * @param business on whom
 * @param ground the record that it rests on; null: the colour, of an incentive
 * @param groundWords the ground in words
 * @param state where it stands
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param confirmedBy who confirmed it, or null
 * @param servedOn when the business was told, or null
 * @param servedWay how, or null
 * @param hearingDue the last day on which the business may ask to be heard, or null
 * @param heard whether it was heard, or waived it
 * @param inForceFrom first day in force, or null
 * @param until last day in force, or null: as long as its ground stands
 */
public record Measure(
        long id,
        String entry,
        MeasureKind kind,
        String category,
        String department,
        CreditCode business,
        @Nullable Ground ground,
        String groundWords,
        MeasureState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable LocalDate servedOn,
        @Nullable String servedWay,
        @Nullable LocalDate hearingDue,
        boolean heard,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate until) {

    /**
     * The record that a measure rests on.
     *
     * @param kind its kind
     * @param key its matter
     * @param record its number when the measure was proposed
     */
    public record Ground(RecordKind kind, String key, long record) {}
}
