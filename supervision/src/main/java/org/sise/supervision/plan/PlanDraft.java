package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sise.core.grade.Grade;

/**
 * What somebody wants to inspect. It may be wrong in any way: {@link Plans#preview} and {@link Plans#create} say how.
 *
 * @param title what the plan is called
 * @param industries codes of GB/T 4754: sections, divisions, groups or classes; none for all
 * @param regions codes of GB/T 2260, six digits; none for all
 * @param ratios the share to be drawn of each colour, 0 to 1
 * @param items ids of the catalogue's items, the mandatory ones included
 * @param mandatoryItems those of the items that every drawn business is checked for
 * @param itemsPerObject how many of the other items each drawn business gets by lot
 * @param inspectors certificates; none for all that are eligible on the day of the commitment
 */
public record PlanDraft(
        String title,
        List<String> industries,
        List<String> regions,
        Map<Grade, BigDecimal> ratios,
        List<String> items,
        List<String> mandatoryItems,
        int itemsPerObject,
        List<String> inspectors) {

    /** Copies what it is given; a ratio loses its trailing zeros. */
    public PlanDraft {
        title = title.strip();
        industries = List.copyOf(industries);
        regions = List.copyOf(regions);
        Map<Grade, BigDecimal> plain = new EnumMap<>(Grade.class);
        ratios.forEach((grade, ratio) -> plain.put(grade, plain(ratio)));
        ratios = Collections.unmodifiableMap(plain);
        items = List.copyOf(items);
        mandatoryItems = List.copyOf(mandatoryItems);
        inspectors = List.copyOf(inspectors);
    }

    private static BigDecimal plain(BigDecimal ratio) {
        BigDecimal stripped = ratio.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
