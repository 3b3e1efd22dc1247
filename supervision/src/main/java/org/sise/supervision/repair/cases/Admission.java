package org.sise.supervision.repair.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Inspection;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.Application;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Elsewhere;
import org.sise.supervision.repair.pack.Governing;
import org.sise.supervision.repair.pack.Reason;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.RepairPacks;
import org.sise.supervision.repair.pack.Terms;
import org.sise.supervision.repair.pack.TermsOf;

/** Whether a case may be begun on a record on a day, and by which rules. */
final class Admission {

    private final RepairPacks packs;

    Admission(RepairPacks packs) {
        this.packs = packs;
    }

    /** The rules of a case with the reasons why. */
    record Admitted(RepairPack pack, List<Reason> reasons) {}

    /**
     * Admits a case.
     *
     * @param latest the record's matter as the ledger knows it now
     * @param bannedUntil last day of a ban, or null
     * @param temporary whether a temporary repair of the matter in bankruptcy holds
     * @throws RepairRefusedException that names what is in the way, and the earliest day where that is the time
     */
    Admitted admit(
            CaseKind kind, StoredRecord latest, LocalDate day, @Nullable LocalDate bannedUntil, boolean temporary) {
        Governing governing = packs.governing(latest.record(), day);
        RepairPack pack = governing.pack();
        if (pack == null) {
            throw RepairRefusedException.of(
                    "record", "该记录在%s没有适用的修复规则".formatted(day), "no rules of repair govern the record on " + day);
        }
        requireStanding(kind, latest, temporary);
        List<Reason> reasons = new ArrayList<>(governing.reasons());
        switch (kind) {
            case OBJECTION, INSPECTION_OBJECTION -> requireKind(kind, latest);
            case BANKRUPTCY_TEMPORARY, BANKRUPTCY_FINAL -> {
                requireNoBan(bannedUntil);
                if (!pack.temporary()) {
                    throw RepairRefusedException.of("kind", "该规则没有破产重整修复", "these rules know no repair in bankruptcy");
                }
                Terms terms = TermsOf.record(pack, latest.record());
                if (terms == null) {
                    throw notRepairable(pack, latest);
                }
                reasons.add(new Reason(pack.title(), pack.bankruptcy()));
                reasons.addAll(terms.reasons());
            }
            case REPAIR -> {
                requireNoBan(bannedUntil);
                reasons.addAll(requireTime(pack, latest, day).reasons());
            }
        }
        return new Admitted(pack, reasons);
    }

    private static Terms requireTime(RepairPack pack, StoredRecord latest, LocalDate day) {
        Terms terms = TermsOf.record(pack, latest.record());
        if (terms == null) {
            throw notRepairable(pack, latest);
        }
        LocalDate earliest = terms.earliest();
        if (earliest == null) {
            String zh = terms.application().zh();
            String en = terms.application().en();
            throw RepairRefusedException.of(
                    "record",
                    terms.publicUntil() == null ? zh : "%s（公示至%s）".formatted(zh, terms.publicUntil()),
                    terms.publicUntil() == null ? en : "%s (public until %s)".formatted(en, terms.publicUntil()));
        }
        if (terms.application() == Application.WITH_PENALTY) {
            throw RepairRefusedException.of(
                    "record", terms.application().zh(), terms.application().en());
        }
        if (day.isBefore(earliest)) {
            throw RepairRefusedException.of(
                    "day",
                    "未满最短公示期，最早可于%s申请".formatted(earliest),
                    "the least period of publicity is not over; the earliest day to apply is " + earliest);
        }
        if (terms.publicUntil() != null && day.isAfter(terms.publicUntil())) {
            throw RepairRefusedException.of(
                    "record",
                    "公示已于%s期满自动停止，无需申请".formatted(terms.publicUntil()),
                    "publicity has ended by itself on %s; there is nothing to apply for"
                            .formatted(terms.publicUntil()));
        }
        return terms;
    }

    private static void requireStanding(CaseKind kind, StoredRecord latest, boolean temporary) {
        RecordState state = latest.record().header().state();
        boolean stands = state == RecordState.EFFECTIVE || state == RecordState.CORRECTED;
        if (kind == CaseKind.BANKRUPTCY_FINAL && temporary) {
            return;
        }
        if (!stands) {
            throw RepairRefusedException.of(
                    "record",
                    "该记录%s，不在公示".formatted(state.zh()),
                    "the record is %s and not public".formatted(state.en()));
        }
    }

    private static void requireKind(CaseKind kind, StoredRecord latest) {
        boolean inspection = latest.record() instanceof Inspection;
        if (inspection != (kind == CaseKind.INSPECTION_OBJECTION)) {
            throw RepairRefusedException.of(
                    "kind",
                    inspection ? "检查结果请走检查结果异议" : "该记录不是检查结果，请走记录异议",
                    inspection
                            ? "object to an inspection by an objection to an inspection"
                            : "the record is no inspection; object to the record");
        }
    }

    private static void requireNoBan(@Nullable LocalDate bannedUntil) {
        if (bannedUntil != null) {
            throw RepairRefusedException.of(
                    "business",
                    "因虚假承诺，至%s不得申请信用修复".formatted(bannedUntil),
                    "after a false promise no repair may be applied for until " + bannedUntil);
        }
    }

    private static RepairRefusedException notRepairable(RepairPack pack, StoredRecord latest) {
        Elsewhere elsewhere = pack.elsewhere().get(latest.record().kind());
        return elsewhere == null
                ? RepairRefusedException.of(
                        "record",
                        "该类记录（%s）不适用信用修复".formatted(latest.record().kind().zh()),
                        "records of this kind (%s) are not repaired"
                                .formatted(latest.record().kind().en()))
                : RepairRefusedException.of(
                        "record", elsewhere.way().zh(), elsewhere.way().en());
    }
}
