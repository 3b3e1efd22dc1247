package org.sise.supervision.visit;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.supervision.visit.YearlyCaps.Cap;

/** Whether one more visit may be paid this year. The count is of every kind; what is stopped is own initiative alone. */
public final class CapPolicy {

    private final YearlyCaps caps;

    /** By these caps. */
    public CapPolicy(YearlyCaps caps) {
        this.caps = caps;
    }

    /** What came of it. */
    public enum Outcome {
        /** Within the cap. */
        WITHIN,
        /** Beyond the cap and passed, since it is not on own initiative; the supervisor is told. */
        TOLD,
        /** Stopped by the cap. */
        STOPPED,
        /** Stopped since a blue business is not visited on own initiative. */
        BLUE_UNCALLED,
        /** Stopped by a mode of supervision that the business is in, such as supervision on a trigger only. */
        SUSPENDED
    }

    /**
     * A verdict with its figures.
     *
     * @param outcome what came of it
     * @param kind the kind that decided
     * @param visits the year's visits before this one
     * @param cap the cap that was compared with
     */
    public record Verdict(Outcome outcome, VisitKind kind, int visits, Cap cap) {

        /** Whether the visit may be paid. */
        public boolean passes() {
            return switch (outcome) {
                case WITHIN, TOLD -> true;
                case STOPPED, BLUE_UNCALLED, SUSPENDED -> false;
            };
        }
    }

    /**
     * Decides on a visit for these kinds of tasks; it passes if one of them does, since the others ride along at no cost to
     * the business.
     *
     * @param grade the business's present colour, or null where there is none
     * @param before the year's other visits
     * @throws IllegalArgumentException without a kind
     */
    public Verdict decide(Collection<VisitKind> kinds, @Nullable Grade grade, YearSoFar before) {
        Verdict best = null;
        for (VisitKind kind : kinds) {
            Verdict verdict = decide(kind, grade, before);
            if (best == null || verdict.outcome().compareTo(best.outcome()) < 0) {
                best = verdict;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("a visit has a task");
        }
        return best;
    }

    private Verdict decide(VisitKind kind, @Nullable Grade grade, YearSoFar before) {
        Cap cap = caps.of(grade, kind);
        VisitKind.Rule rule = kind.rule();
        Outcome outcome;
        if (grade == Grade.BLUE && !rule.visitsBlue()) {
            outcome = Outcome.BLUE_UNCALLED;
        } else if (!rule.counted() || before.visits() < cap.visits()) {
            outcome = Outcome.WITHIN;
        } else {
            outcome = rule.stopsAtCap() ? Outcome.STOPPED : Outcome.TOLD;
        }
        return new Verdict(outcome, kind, before.visits(), cap);
    }
}
