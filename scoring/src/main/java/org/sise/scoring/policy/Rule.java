package org.sise.scoring.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule beside the score. Floors, vetoes, minimum data, new business and dormant can only make a grade worse.
 */
public sealed interface Rule {
    String id();

    String basis();

    Says says();

    Provenance provenance();

    /**
     * What sets off a floor or a veto.
     *
     * @param underMonths only facts younger than this many months; null: of any age
     * @param atLeast how many such facts it takes, 1 or more
     */
    record Trigger(Match match, @Nullable Integer underMonths, int atLeast) {
        public Trigger {
            if (atLeast < 1 || (underMonths != null && underMonths < 1)) {
                throw new IllegalArgumentException("a trigger needs one fact and one month at least");
            }
        }
    }

    /** While it is triggered, the grade is this one or worse. */
    record Floor(String id, Trigger trigger, String grade, String basis, Says says, Provenance provenance)
            implements Rule {}

    /** While it is triggered, the grade is the worst of the policy. */
    record Veto(String id, Trigger trigger, String basis, Says says, Provenance provenance) implements Rule {}

    /**
     * With fewer than this many of the named indicators having a record that weighs, the grade is this one or worse.
     */
    record MinimumData(
            String id,
            Set<String> indicators,
            int atLeast,
            String grade,
            String basis,
            Says says,
            Provenance provenance)
            implements Rule {
        public MinimumData {
            indicators = Set.copyOf(indicators);
            if (atLeast < 1 || atLeast > indicators.size()) {
                throw new IllegalArgumentException("at least 1 and no more than the indicators named: " + atLeast);
            }
        }
    }

    /**
     * A party registered less than this many months ago gets this grade or worse.
     *
     * @param unknownIsNew whether a party without a registration date counts as new
     */
    record NewBusiness(
            String id,
            int underMonths,
            boolean unknownIsNew,
            String grade,
            String basis,
            Says says,
            Provenance provenance)
            implements Rule {
        public NewBusiness {
            if (underMonths < 1) {
                throw new IllegalArgumentException("one month at least: " + underMonths);
            }
        }
    }

    /**
     * Moves the grade by the score while it is triggered.
     *
     * @param none whether it is triggered by the absence of such facts
     * @param by how many grades worse (above 0) or better (below 0), −3 to 3, not 0
     */
    record Shift(String id, Trigger trigger, boolean none, int by, String basis, Says says, Provenance provenance)
            implements Rule {
        public Shift {
            if (by == 0 || by < -3 || by > 3) {
                throw new IllegalArgumentException("a shift is by one to three grades: " + by);
            }
        }
    }

    /**
     * A party without any record of these kinds in so many months, and registered at least so long ago, gets this grade
     * or worse.
     *
     * @param unknownIsOld whether a party without a registration date counts as registered long enough ago
     */
    record Dormant(
            String id,
            Set<String> kinds,
            int months,
            boolean unknownIsOld,
            String grade,
            String basis,
            Says says,
            Provenance provenance)
            implements Rule {
        public Dormant {
            kinds = Set.copyOf(kinds);
            if (months < 1 || kinds.isEmpty()) {
                throw new IllegalArgumentException("one kind and one month at least");
            }
        }
    }

    /**
     * A ceiling on what others' conduct does to a party: the named indicators make the grade by the score worse by so many
     * grades at most, and never so bad as {@code never} where it would not be without them.
     *
     * @param never a grade that exposure alone never leads to, nor to a worse one
     */
    record Exposure(
            String id, Set<String> indicators, int atMost, String never, String basis, Says says, Provenance provenance)
            implements Rule {
        public Exposure {
            indicators = Set.copyOf(indicators);
            if (indicators.isEmpty() || atMost < 1) {
                throw new IllegalArgumentException("one indicator and one grade at least");
            }
        }
    }

    /**
     * Keeps a grade from getting better too easily. It looks at the party's previous grade, unless that was due to a rule
     * which has ended.
     *
     * @param margin the better grade must also hold with every dimension's score worse by this; null: no margin
     * @param coolDownMonths no better grade before so many months after the previous grade began; 0: no cool-down
     * @param atATime how many grades better at a time; null: any
     */
    record Steadiness(
            String id,
            @Nullable Points margin,
            int coolDownMonths,
            @Nullable Integer atATime,
            String basis,
            Says says,
            Provenance provenance)
            implements Rule {
        public Steadiness {
            if (coolDownMonths < 0
                    || (margin != null && margin.milli() <= 0)
                    || (atATime != null && atATime < 1)
                    || (margin == null && coolDownMonths == 0 && atATime == null)) {
                throw new IllegalArgumentException("steadiness needs a margin, a cool-down or a number of grades");
            }
        }
    }
}
