package org.sise.supervision.repair.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Reason;

/**
 * What a business asks for, with all that happened to it.
 *
 * @param id its number, from 1
 * @param business its credit code
 * @param recordKey what identifies the record's matter within its kind
 * @param recordId the record's version in the ledger that was applied for
 * @param department who determined the record
 * @param pack the word of the rules that govern it to its end
 * @param packDigest SHA-256 of these rules
 * @param reasons why these rules govern it, and what they say of the record
 * @param statement what the business says
 * @param appliedOn the day of the application
 * @param createdBy whose account it was
 * @param events what happened, the first first; never empty
 */
public record RepairCase(
        long id,
        CaseKind kind,
        String business,
        RecordKind recordKind,
        String recordKey,
        long recordId,
        String department,
        String pack,
        String packDigest,
        List<Reason> reasons,
        String statement,
        LocalDate appliedOn,
        Instant createdAt,
        String createdBy,
        List<CaseEvent> events) {
    public RepairCase {
        reasons = List.copyOf(reasons);
        events = List.copyOf(events);
    }

    RepairCase with(List<CaseEvent> happened) {
        return new RepairCase(
                id,
                kind,
                business,
                recordKind,
                recordKey,
                recordId,
                department,
                pack,
                packDigest,
                reasons,
                statement,
                appliedOn,
                createdAt,
                createdBy,
                happened);
    }

    /** Where it stands: after the last thing that happened. */
    public Step state() {
        return events.getLast().step();
    }

    /** The last event of a step, or null. */
    public @Nullable CaseEvent last(Step step) {
        for (CaseEvent event : events.reversed()) {
            if (event.step() == step) {
                return event;
            }
        }
        return null;
    }

    /** Who accepted it, or null. */
    public @Nullable String acceptedBy() {
        CaseEvent accepted = last(Step.ACCEPTED);
        return accepted == null ? null : accepted.actor();
    }
}
