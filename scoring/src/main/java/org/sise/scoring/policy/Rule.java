package org.sise.scoring.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule beside the score that can make a grade worse, never better. */
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
}
