package org.sise.supervision.effect;

import java.util.List;
import org.sise.supervision.stratum.Selection;

/**
 * What came of visits in some days.
 *
 * @param span the days
 * @param yardstick which checks are the yardstick: {@link Selection#ANY}, or {@link Selection#RANDOM_SHARE} where there are none
 *     of these
 * @param random the rate of the yardstick
 * @param rates the rate of each group
 * @param merging what merging saved
 * @param burden by colour
 * @param districts by district
 * @param inspectors by inspector, the most visits first
 */
public record Effect(
        Span span,
        Selection yardstick,
        Rate random,
        List<FindingRate> rates,
        Merging merging,
        List<Burden> burden,
        List<DistrictRate> districts,
        List<InspectorLoad> inspectors) {

    /** Copies its lists. */
    public Effect {
        rates = List.copyOf(rates);
        burden = List.copyOf(burden);
        districts = List.copyOf(districts);
        inspectors = List.copyOf(inspectors);
    }

    /** The same without what is told by colour. */
    public Effect withoutColours() {
        List<FindingRate> others = rates.stream()
                .filter(rate -> rate.dimension() != FindingRate.Dimension.COLOUR
                        && rate.dimension() != FindingRate.Dimension.PURE)
                .toList();
        return new Effect(span, yardstick, random, others, merging, List.of(), districts, inspectors);
    }

    /** The rates of one dimension. */
    public List<FindingRate> rates(FindingRate.Dimension dimension) {
        return rates.stream().filter(rate -> rate.dimension() == dimension).toList();
    }
}
