package org.sise.supervision.repair.back;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.Application;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Governing;
import org.sise.supervision.repair.pack.Limit;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.RepairPacks;
import org.sise.supervision.repair.pack.Terms;
import org.sise.supervision.repair.pack.TermsOf;

/** Finds what the rules say of the records of a business. */
public final class Chances {

    /** Kinds that are public for what they say against a business. */
    private static final Set<RecordKind> ADVERSE = EnumSet.of(
            RecordKind.PENALTY,
            RecordKind.DISHONESTY_LISTING,
            RecordKind.ABNORMAL_LISTING,
            RecordKind.INSPECTION,
            RecordKind.ENFORCEMENT);

    private final RepairPacks packs;
    private final WorkingCalendar calendar;

    /** By rules and a calendar. */
    public Chances(RepairPacks packs, WorkingCalendar calendar) {
        this.packs = packs;
        this.calendar = calendar;
    }

    /**
     * The chances of the records in effect that are published against a business, the latest record first; those that are
     * over are left out.
     *
     * @param bannedUntil last day of a ban after a false promise, or null
     */
    public List<Chance> of(List<StoredRecord> records, LocalDate today, @Nullable LocalDate bannedUntil) {
        List<Chance> chances = new ArrayList<>();
        for (StoredRecord stored : records) {
            RecordState state = stored.record().header().state();
            boolean stands = state == RecordState.EFFECTIVE || state == RecordState.CORRECTED;
            if (stands && ADVERSE.contains(stored.record().kind())) {
                Chance chance = of(stored, today, bannedUntil);
                Terms terms = chance.terms();
                if (!isOver(stored.record(), today)
                        && (chance.elsewhere() != null || terms != null && terms.isPublicOn(today))) {
                    chances.add(chance);
                }
            }
        }
        chances.sort(Comparator.comparing(
                        (Chance chance) -> chance.record().record().header().date())
                .reversed());
        return chances;
    }

    private Chance of(StoredRecord stored, LocalDate today, @Nullable LocalDate bannedUntil) {
        CreditRecord record = stored.record();
        Governing governing = packs.governing(record, today);
        RepairPack pack = governing.pack();
        Terms terms = pack == null ? null : TermsOf.record(pack, record);
        if (pack == null || terms == null) {
            return new Chance(
                    stored,
                    pack,
                    null,
                    null,
                    null,
                    pack == null ? null : pack.elsewhere().get(record.kind()));
        }
        LocalDate apply = apply(terms, today, bannedUntil);
        LocalDate decided = apply == null
                ? null
                : calendar.plus(
                        calendar.plus(apply, pack.days(Limit.ACCEPT).days()),
                        pack.decision(CaseKind.REPAIR, record.kind()).days());
        return new Chance(stored, pack, terms, apply, decided, null);
    }

    /** Whether a listing has been ended by removal. */
    private static boolean isOver(CreditRecord record, LocalDate today) {
        LocalDate removed = switch (record) {
            case DishonestyListing listing -> listing.removedOn();
            case AbnormalListing listing -> listing.removedOn();
            default -> null;
        };
        return removed != null && !removed.isAfter(today);
    }

    private static @Nullable LocalDate apply(Terms terms, LocalDate today, @Nullable LocalDate bannedUntil) {
        LocalDate earliest = terms.earliest();
        if (earliest == null || terms.application() == Application.WITH_PENALTY) {
            return null;
        }
        LocalDate apply = earliest.isBefore(today) ? today : earliest;
        if (bannedUntil != null && !apply.isAfter(bannedUntil)) {
            apply = bannedUntil.plusDays(1);
        }
        LocalDate until = terms.publicUntil();
        return until != null && apply.isAfter(Objects.requireNonNull(until)) ? null : apply;
    }
}
