package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/** What a record can do to a grade that its points do not tell. */
final class Standing {
    private final List<Match> bars = new ArrayList<>();
    private final boolean isPlain;

    Standing(Policy policy) {
        for (Indicator indicator : policy.indicators()) {
            if (indicator.exempt() != null) {
                bars.add(indicator.match());
            }
        }
        for (Rule rule : policy.rules()) {
            if (rule instanceof Rule.Shift shift && shift.none() && shift.by() < 0) {
                bars.add(shift.trigger().match());
            }
        }
        this.isPlain = policy.figures().isEmpty() && !(policy.decision() instanceof Decision.ByTable);
    }

    /** Whether a record may bar another one's exemption, or a shift to the better that asks for its absence. */
    boolean inTheWay(Fact fact, LocalDate asOf) {
        if (!fact.state().weighs() || fact.date().isAfter(asOf)) {
            return false;
        }
        for (Match bar : bars) {
            if (bar.kind().equals(fact.kind()) && bar.holds(fact.fields())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a record's points alone do not tell if they are against the party: figures or a table may turn them. */
    boolean mayTurn(Contribution contribution) {
        return contribution.dimension() == null
                || (!isPlain && contribution.points().milli() != 0);
    }
}
