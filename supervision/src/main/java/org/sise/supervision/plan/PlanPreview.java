package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.List;
import org.sise.supervision.draw.PlannedStratum;
import org.sise.supervision.entry.EntryRules;

/**
 * What a draft would come to if it were committed now.
 *
 * @param strata in the order of the draw; empty where the draft's fields do not allow to count
 * @param resting how many businesses were visited so recently that no plan draws them, of all regions and industries
 * @param inspectors how many inspectors it would have
 * @param capacity how many visits they could make: the sum of their maximum loads
 * @param faults why the draft cannot be a plan; empty if it can
 */
public record PlanPreview(
        List<StratumPreview> strata, int resting, int inspectors, long capacity, List<PlanFault> faults) {

    /** Copies its lists. */
    public PlanPreview {
        strata = List.copyOf(strata);
        faults = List.copyOf(faults);
    }

    /**
     * One stratum.
     *
     * @param planned its name and ratio
     * @param size how many businesses it has
     */
    public record StratumPreview(PlannedStratum planned, int size) {

        /** How many of them would be drawn. */
        public int take() {
            return planned.take(size);
        }
    }

    /** How many businesses are in the pool. */
    public int poolSize() {
        return strata.stream().mapToInt(StratumPreview::size).sum();
    }

    /** How many businesses would be drawn. */
    public int drawn() {
        return strata.stream().mapToInt(StratumPreview::take).sum();
    }

    /** How many visits by one inspector that makes. */
    public long visits() {
        return (long) EntryRules.standard().officersLeast() * drawn();
    }

    /** How many hours of work that makes. */
    public BigDecimal hours() {
        return PlanRules.standard().hoursPerVisit().multiply(BigDecimal.valueOf(visits()));
    }

    /** Whether the inspectors can make all visits; if not, some drawn businesses would be left without inspectors. */
    public boolean isWithinCapacity() {
        return visits() <= capacity;
    }
}
