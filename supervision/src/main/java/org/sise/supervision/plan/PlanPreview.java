package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sise.supervision.draw.PlannedStratum;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.stratum.Stratum;

/**
 * What a draft would come to if it were committed now. Who is set aside for pure random checks is settled at the commitment:
 * until then the strata by colour count as if nobody were.
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

        /** What its name says. */
        public Stratum stratum() {
            return Stratum.of(planned.stratum());
        }

        /** How many of them would be drawn. */
        public int take() {
            return planned.take(size);
        }
    }

    /** How many businesses are in the pool by their colours. */
    public int poolSize() {
        return strata.stream()
                .filter(stratum -> !stratum.stratum().equals(Stratum.ANY))
                .mapToInt(StratumPreview::size)
                .sum();
    }

    /** How many businesses would be drawn whatever their colour. */
    public int pureRandom() {
        return pureRandom(strata);
    }

    static int pureRandom(List<StratumPreview> strata) {
        return strata.stream()
                .filter(stratum -> stratum.stratum().equals(Stratum.ANY))
                .mapToInt(StratumPreview::take)
                .sum();
    }

    /** The strata that are worth a row: those with businesses, and the worst of each of them, also where that is nobody. */
    public List<StratumPreview> shown() {
        Set<Stratum> filled = new HashSet<>();
        strata.stream()
                .filter(stratum -> stratum.size() > 0)
                .map(StratumPreview::stratum)
                .forEach(stratum -> {
                    filled.add(stratum);
                    filled.add(stratum.equals(Stratum.ANY) ? stratum : stratum.ofWorst());
                });
        return strata.stream()
                .filter(stratum -> filled.contains(stratum.stratum()))
                .toList();
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
