package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.visit.Window;

/**
 * What somebody wants to inspect. It may be wrong in any way: {@link Plans#preview} and {@link Plans#create} say how. Items
 * of several departments make a joint plan (部门联合抽查): each department's tasks at a business merge into one visit.
 *
 * @param title what the plan is called
 * @param industries codes of GB/T 4754: sections, divisions, groups or classes; none for all
 * @param regions codes of GB/T 2260, six digits; none for all
 * @param ratios the share to be drawn by colour and the industry's risk
 * @param worstShare the part of each stratum's places that goes to its worst by their order, 0 to 1; the rest is by lot
 * @param any the pure random checks over the whole pool
 * @param items ids of the catalogue's items, the mandatory ones included
 * @param mandatoryItems those of the items that every drawn business is checked for
 * @param itemsPerObject how many of the other items each drawn business gets by lot
 * @param inspectors certificates; none for all that are eligible on the day of the commitment
 * @param window the days in which the visits are paid; null where none were given
 */
public record PlanDraft(
        String title,
        List<String> industries,
        List<String> regions,
        RatioMatrix ratios,
        BigDecimal worstShare,
        AnyShare any,
        List<String> items,
        List<String> mandatoryItems,
        int itemsPerObject,
        List<String> inspectors,
        @Nullable Window window) {

    /** Copies what it is given; a share loses its trailing zeros. */
    public PlanDraft {
        title = title.strip();
        industries = List.copyOf(industries);
        regions = List.copyOf(regions);
        worstShare = worstShare.signum() == 0 ? BigDecimal.ZERO : worstShare.stripTrailingZeros();
        items = List.copyOf(items);
        mandatoryItems = List.copyOf(mandatoryItems);
        inspectors = List.copyOf(inspectors);
    }
}
