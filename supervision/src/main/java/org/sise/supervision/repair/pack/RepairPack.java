package org.sise.supervision.repair.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.core.record.Severity;
import org.sise.scoring.policy.Text;

/**
 * One set of rules of credit repair, as in force for the applications of some days.
 *
 * @param id its word, such as {@code ndrc-36}
 * @param from first day of the applications that it governs
 * @param until last day, or null while in force
 * @param fromPublication whether periods run from the first day of publicity and not from the decision
 * @param listings by kind of record, those that are no penalties
 * @param secondPerson whether another person decides than who accepted
 * @param banYears years without repair after a false promise
 * @param digest SHA-256 of the file, 64 hexadecimal digits
 * @param file the file itself
 */
public record RepairPack(
        String id,
        Text title,
        Publisher publisher,
        LocalDate from,
        @Nullable LocalDate until,
        boolean fromPublication,
        Grounds starts,
        String basis,
        Grounds grounds,
        Map<Severity, Period> classes,
        List<PenaltyRule> penalties,
        Severity unlisted,
        Grounds unlistedGrounds,
        Map<RecordKind, ListingRule> listings,
        List<SectorRule> sectors,
        Map<RecordKind, Elsewhere> elsewhere,
        Text decidedBy,
        boolean secondPerson,
        Grounds decides,
        Map<Limit, WorkingDays> limits,
        List<Material> materials,
        Text promise,
        Grounds promiseGrounds,
        List<Refusal> refusals,
        int banYears,
        Grounds ban,
        boolean temporary,
        Grounds bankruptcy,
        String digest,
        String file) {
    public RepairPack {
        classes = Map.copyOf(classes);
        penalties = List.copyOf(penalties);
        listings = Map.copyOf(listings);
        sectors = List.copyOf(sectors);
        elsewhere = Map.copyOf(elsewhere);
        limits = Map.copyOf(limits);
        materials = List.copyOf(materials);
        refusals = List.copyOf(refusals);
    }

    /** Whether it governs an application of the day. */
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** What has to be handed in for a case, besides the signed promise. */
    public List<Material> materials(CaseKind kind) {
        return materials.stream()
                .filter(material -> material.forCase().equals(kind.material()))
                .toList();
    }

    /** Working days for deciding a case of that kind on a record of that kind. */
    public WorkingDays decision(CaseKind kind, RecordKind record) {
        WorkingDays own = kind.isObjection()
                ? limits.get(Limit.OBJECTION)
                : record == RecordKind.ABNORMAL_LISTING ? limits.get(Limit.REMOVE_ABNORMAL) : null;
        return own == null ? days(Limit.DECIDE) : own;
    }

    /** The working days of a limit that every pack has. */
    public WorkingDays days(Limit limit) {
        WorkingDays days = limits.get(limit);
        if (days == null) {
            throw new IllegalStateException("pack %s has no limit %s".formatted(id, limit.token()));
        }
        return days;
    }

    /** The working days of a limit, or null where the pack has none of it. */
    public @Nullable WorkingDays daysOrNone(Limit limit) {
        return limits.get(limit);
    }

    /** The ground of refusal of a word, or null. */
    public @Nullable Refusal refusal(String word) {
        for (Refusal refusal : refusals) {
            if (refusal.id().equals(word)) {
                return refusal;
            }
        }
        return null;
    }
}
