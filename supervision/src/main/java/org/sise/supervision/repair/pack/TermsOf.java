package org.sise.supervision.repair.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.Inspection;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordKind;
import org.sise.core.record.Severity;

/**
 * Finds the terms of a record by a pack. A penalty of several kinds has the class of its heaviest; where its department
 * states a heavier class, that.
 */
public final class TermsOf {

    private final RepairPack pack;
    private final List<Reason> reasons = new ArrayList<>();

    private TermsOf(RepairPack pack) {
        this.pack = pack;
    }

    /** The terms; null where the pack does not speak of such records. */
    public static @Nullable Terms record(RepairPack pack, CreditRecord record) {
        TermsOf terms = new TermsOf(pack);
        return switch (record) {
            case Penalty penalty -> terms.penalty(penalty);
            case DishonestyListing listing -> terms.listing(record, listing.list() + " " + listing.ground());
            case AbnormalListing listing -> terms.listing(record, listing.ground());
            case Inspection inspection ->
                isNegative(inspection.result())
                        ? terms.listing(record, inspection.result().zh())
                        : null;
            default -> null;
        };
    }

    private static boolean isNegative(InspectionResult result) {
        return switch (result) {
            case NO_PROBLEM, NO_SUCH_ACTIVITY, PENDING -> false;
            case NOT_PUBLISHED, CONCEALED, UNREACHABLE, CORRECTED_ON_ORDER, OBSTRUCTED -> true;
        };
    }

    private Terms penalty(Penalty penalty) {
        int leastFrom = pack.penalties().stream()
                .map(PenaltyRule::from)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .filter(from -> from > 0)
                .min()
                .orElse(0);
        Severity severity = null;
        Publicity publicity = Publicity.NO;
        for (PenaltyRule rule : pack.penalties()) {
            if (rule.words().stream().anyMatch(penalty.category()::contains)
                    && rule.takes(penalty.header().amount(), leastFrom)) {
                severity = heavier(severity, rule.severity());
                Publicity own =
                        rule.publicity() == null ? period(rule.severity()).publicity() : rule.publicity();
                publicity = own.compareTo(publicity) > 0 ? own : publicity;
                String fine = rule.from() == null && rule.below() == null ? "" : amount(penalty);
                reasons.add(Reason.of(
                        "处罚类别“%s”%s：%s"
                                .formatted(
                                        rule.label().zh(), fine, rule.severity().zh()),
                        "penalty “%s”%s: %s"
                                .formatted(
                                        rule.label().en(), fine, rule.severity().en()),
                        rule.grounds()));
            }
        }
        if (severity == null) {
            severity = pack.unlisted();
            publicity = period(severity).publicity();
            reasons.add(Reason.of(
                    "处罚类别“%s”未列明：%s".formatted(penalty.category(), severity.zh()),
                    "penalty “%s” is not listed: %s".formatted(penalty.category(), severity.en()),
                    pack.unlistedGrounds()));
        }
        Severity stated = penalty.header().severity();
        if (stated != null && stated.compareTo(severity) > 0) {
            severity = stated;
            Publicity own = period(severity).publicity();
            publicity = own.compareTo(publicity) > 0 ? own : publicity;
            reasons.add(
                    Reason.of("认定单位认定为" + stated.zh(), "stated as %s by its department".formatted(stated.en()), null));
        }
        String text = penalty.violation() + " " + penalty.facts() + " " + penalty.basis() + " "
                + penalty.header().department();
        SectorRule sector = publicity == Publicity.NO ? null : sector(RecordKind.PENALTY, severity, text);
        Period classed = period(severity);
        Period own =
                new Period(publicity, classed.earliest(), classed.longest(), classed.application(), classed.grounds());
        return sector == null
                ? terms(penalty.header(), severity, own, severity.token())
                : sectored(penalty.header(), severity, sector);
    }

    private @Nullable Terms listing(CreditRecord record, String text) {
        ListingRule rule = pack.listings().get(record.kind());
        if (rule == null) {
            return null;
        }
        Severity severity = heavier(record.header().severity(), rule.severity());
        reasons.add(Reason.of(
                "%s：%s".formatted(record.kind().zh(), severity.zh()),
                "%s: %s".formatted(record.kind().en(), severity.en()),
                rule.period().grounds()));
        SectorRule sector = sector(record.kind(), severity, text);
        return sector == null
                ? terms(record.header(), severity, rule.period(), record.kind().token())
                : sectored(record.header(), severity, sector);
    }

    private Terms sectored(RecordHeader header, Severity severity, SectorRule sector) {
        reasons.add(Reason.of(
                "属于%s领域，适用其期限".formatted(sector.label().zh()),
                "in the sector “%s”, whose periods apply"
                        .formatted(sector.label().en()),
                sector.period().grounds()));
        return terms(header, severity, sector.period(), sector.sector());
    }

    private @Nullable SectorRule sector(RecordKind kind, Severity severity, String text) {
        SectorRule longest = null;
        for (SectorRule sector : pack.sectors()) {
            if (sector.record() == kind
                    && sector.classes().contains(severity)
                    && sector.words().stream().anyMatch(text::contains)
                    && (longest == null
                            || sector.period().earliest() > longest.period().earliest())) {
                longest = sector;
            }
        }
        return longest;
    }

    private Terms terms(RecordHeader header, Severity severity, Period period, String rule) {
        LocalDate start = header.date();
        if (pack.fromPublication() && header.publishedFrom() != null) {
            start = header.publishedFrom();
        }
        boolean published = period.publicity() != Publicity.NO;
        LocalDate earliest = null;
        if (published && period.application().isOpen()) {
            earliest = period.earliest() == 0
                    ? start
                    : start.plusMonths(period.earliest()).plusDays(1);
        }
        LocalDate until = null;
        if (published && period.longest() != null) {
            until = start.plusMonths(period.longest());
            reasons.add(Reason.of(
                    "自%s起公示，最短%d个月，最长%d个月".formatted(start, period.earliest(), period.longest()),
                    "public from %s, %d months at least and %d at most"
                            .formatted(start, period.earliest(), period.longest()),
                    period.grounds()));
        }
        LocalDate own = header.publishedUntil();
        if (published && own != null && (until == null || own.isBefore(until))) {
            until = own;
            reasons.add(Reason.of("认定单位公示至" + own, "public until %s by its department".formatted(own), null));
        }
        return new Terms(severity, period.publicity(), period.application(), start, earliest, until, rule, reasons);
    }

    private Period period(Severity severity) {
        return Objects.requireNonNull(pack.classes().get(severity));
    }

    private static Severity heavier(@Nullable Severity one, Severity other) {
        return one == null || one.compareTo(other) < 0 ? other : one;
    }

    private static String amount(Penalty penalty) {
        return penalty.header().amount() == null
                ? ""
                : " " + penalty.header().amount().amount().toPlainString();
    }
}
