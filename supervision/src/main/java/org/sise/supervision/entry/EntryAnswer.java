package org.sise.supervision.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scan: may the officers come in, and if not, every reason.
 *
 * @param failures each condition that failed; none for a green answer
 * @param notices what else is told
 * @param offline whether it was given without a network
 * @param validUntil until when an offline answer holds, or null
 * @param visit the visit, or null where there is none or the answer was given offline
 * @param business the business at whose door it is, or null where the register has none or the answer was given offline
 */
public record EntryAnswer(
        List<Failure> failures,
        List<Notice> notices,
        boolean offline,
        @Nullable Instant validUntil,
        @Nullable VisitAtDoor visit,
        @Nullable BusinessAtDoor business) {

    /** Copies its lists. */
    public EntryAnswer {
        failures = List.copyOf(failures);
        notices = List.copyOf(notices);
    }

    static EntryAnswer offline(List<Failure> failures, @Nullable Instant validUntil) {
        return new EntryAnswer(
                failures, List.of(Notice.OFFLINE), true, failures.isEmpty() ? validUntil : null, null, null);
    }

    static EntryAnswer refused(List<Failure> failures, @Nullable BusinessAtDoor business) {
        return new EntryAnswer(failures, List.of(), false, null, null, business);
    }

    /** This answer with one more failure, before the others. */
    EntryAnswer with(Failure failure) {
        List<Failure> all = new ArrayList<>();
        all.add(failure);
        all.addAll(failures);
        return withFailures(all);
    }

    /** This answer with these failures instead of its own. */
    public EntryAnswer withFailures(List<Failure> others) {
        return new EntryAnswer(others, notices, offline, validUntil, visit, business);
    }

    /** This answer after the scan that it admits: an officer's, or with null a business's. */
    EntryAnswer entered(@Nullable String certificate) {
        return new EntryAnswer(
                failures, notices, offline, validUntil, visit == null ? null : visit.entered(certificate), business);
    }

    /** An answer that tells of no visit and no business. */
    public EntryAnswer alone() {
        return new EntryAnswer(failures, List.of(), offline, validUntil, null, null);
    }

    /** Whether the officers may come in. */
    public boolean isAdmitted() {
        return failures.isEmpty();
    }

    /** The conditions that failed. */
    public List<Condition> conditions() {
        return failures.stream().map(Failure::condition).toList();
    }
}
