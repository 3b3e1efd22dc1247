package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sise.ledger.business.GradedCount;
import org.sise.supervision.draw.PlannedStratum;
import org.sise.supervision.plan.PlanPreview.StratumPreview;
import org.sise.supervision.stratum.IndustryRisks;
import org.sise.supervision.stratum.Stratum;

/**
 * The strata of a draft with a sound ratio in each cell, in the order of the draw. Where a part of the places goes to the
 * worst, those are a stratum of their own that is taken whole, so that the draw gives them inspectors and items by lot like
 * all others and everyone can recompute it. With ratio r and worst share w the others are drawn at r(1 − w) / (1 − rw), which
 * leaves as many places as w took. First of all stand those set aside for pure random checks; the others are what these leave.
 */
final class Strata {

    /** Digits of a worked-out ratio: rounded down so that the ceiling of the draw gives the places that are left. */
    private static final int DECIMALS = 9;

    private static final IndustryRisks RISKS = IndustryRisks.standard();

    private Strata() {}

    /** The strata with the ratios of the draw. */
    static List<PlannedStratum> planned(PlanDraft draft) {
        List<PlannedStratum> planned = new ArrayList<>();
        if (draft.any().isKept()) {
            planned.add(new PlannedStratum(Stratum.ANY.name(), draft.any().ratio()));
        }
        for (Stratum stratum : draft.ratios().strata()) {
            BigDecimal ratio = ratio(draft, stratum);
            if (draft.worstShare().signum() > 0 && ratio.signum() > 0) {
                planned.add(new PlannedStratum(stratum.ofWorst().name(), BigDecimal.ONE));
                planned.add(new PlannedStratum(stratum.name(), random(ratio, draft.worstShare())));
            } else {
                planned.add(new PlannedStratum(stratum.name(), ratio));
            }
        }
        return planned;
    }

    /** Their names. */
    static List<String> names(PlanDraft draft) {
        return planned(draft).stream().map(PlannedStratum::stratum).toList();
    }

    /** How many businesses each stratum has, without regard to the worst. */
    static Map<Stratum, Long> sizes(PlanDraft draft, List<GradedCount> counts) {
        Map<Stratum, Long> sizes = new HashMap<>();
        for (GradedCount count : counts) {
            sizes.merge(
                    draft.ratios().stratumOf(count.grade(), RISKS.of(count.industry())), count.businesses(), Long::sum);
        }
        return sizes;
    }

    /** How many of a stratum's businesses are taken as its worst. */
    static int worst(PlanDraft draft, Stratum stratum, long size) {
        int places = new PlannedStratum(stratum.name(), ratio(draft, stratum)).take(Math.toIntExact(size));
        return draft.worstShare()
                .multiply(BigDecimal.valueOf(places))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** How many businesses are set aside for pure random checks, if there are as many. */
    static long setAside(PlanDraft draft, Map<Stratum, Long> sizes) {
        long places = 0;
        for (Map.Entry<Stratum, Long> one : sizes.entrySet()) {
            places += new PlannedStratum(one.getKey().name(), ratio(draft, one.getKey()))
                    .take(Math.toIntExact(one.getValue()));
        }
        return draft.any().setAside(places);
    }

    /**
     * The strata of the draw with their sizes, those by colour as if nobody were set aside.
     *
     * @param aside how many are set aside
     */
    static List<StratumPreview> previews(PlanDraft draft, Map<Stratum, Long> sizes, int aside) {
        return planned(draft).stream()
                .map(planned -> {
                    Stratum stratum = Stratum.of(planned.stratum());
                    if (stratum.equals(Stratum.ANY)) {
                        return new StratumPreview(planned, aside);
                    }
                    Stratum whole = new Stratum(stratum.grade(), stratum.risk(), false);
                    long size = sizes.getOrDefault(whole, 0L);
                    int worst = worst(draft, whole, size);
                    return new StratumPreview(planned, stratum.worst() ? worst : Math.toIntExact(size) - worst);
                })
                .toList();
    }

    /** The share of a stratum that the draft asks for, its worst included. */
    private static BigDecimal ratio(PlanDraft draft, Stratum stratum) {
        return Objects.requireNonNull(draft.ratios().of(stratum), "a sound draft has each ratio");
    }

    private static BigDecimal random(BigDecimal ratio, BigDecimal worstShare) {
        BigDecimal others = ratio.multiply(BigDecimal.ONE.subtract(worstShare));
        BigDecimal pool = BigDecimal.ONE.subtract(ratio.multiply(worstShare));
        return others.divide(pool, DECIMALS, RoundingMode.FLOOR).stripTrailingZeros();
    }
}
