package org.sise.scoring.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.DimensionScore;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.FigureValue;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Ruling;
import org.sise.scoring.grade.Weightless;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Text;

/**
 * Holds two explanations of one party's grade against each other: by two policies, as of two dates, or with and without
 * a repair. A contribution is the same on both sides when type, rule and record are; records are compared without their
 * state. Contributions of 0 points on both sides are left out.
 */
public final class Difference {

    /** What identifies a contribution on both sides. */
    private record Key(
            Contribution.Type type, String rule, @Nullable Fact fact) {}

    /** The points of one key; alike records of one party are added up. */
    private static final class Sum {
        final Contribution first;
        long milli;

        Sum(Contribution first) {
            this.first = first;
        }
    }

    private Difference() {}

    /**
     * All changes from the first side to the second: first the rules beside the score, then points, then score and base
     * grade. Empty when both sides explain alike.
     */
    public static List<Change> between(Graded before, Graded after) {
        List<Change> changes = new ArrayList<>();
        switch (before) {
            case Graded.NotApplicable none -> {
                switch (after) {
                    case Graded.NotApplicable still -> {
                        if (!still.reason().equals(none.reason())) {
                            changes.add(Wording.scope(none.reason(), still.reason()));
                        }
                    }
                    case Graded.Result result -> {
                        changes.add(Wording.enters(none.reason()));
                        results(null, result, changes);
                    }
                }
            }
            case Graded.Result result -> {
                switch (after) {
                    case Graded.NotApplicable none -> changes.add(Wording.leaves(none.reason()));
                    case Graded.Result then -> results(result, then, changes);
                }
            }
        }
        return changes;
    }

    private static void results(Graded.@Nullable Result before, Graded.Result after, List<Change> changes) {
        rulings(before, after, changes);
        contributions(before, after, changes);
        if (before == null) {
            return;
        }
        figures(before, after, changes);
        boolean sameNumbers = changes.stream().noneMatch(change -> change.type().isOfNumbers());
        boolean sameScore = before.score().equals(after.score());
        if (!sameScore) {
            changes.add(Wording.score(before.score(), after.score()));
        }
        boolean sameScores = sameScore && sameNumbers && scores(before).equals(scores(after));
        Text was = before.base().label();
        Text is = after.base().label();
        if (!before.base().id().equals(after.base().id()) || !was.equals(is)) {
            changes.add(Wording.base(after.base().id(), was, is, sameScores ? after.score() : null));
        }
    }

    private static void figures(Graded.Result before, Graded.Result after, List<Change> changes) {
        Map<String, FigureValue> had = new HashMap<>();
        before.figures().forEach(value -> had.put(value.figure().id(), value));
        for (FigureValue is : after.figures()) {
            FigureValue was = had.get(is.figure().id());
            if (was != null && is.figure().dimension() == null && !Objects.equals(was.value(), is.value())) {
                changes.add(Wording.figure(is.figure(), was.value(), is.value()));
            }
        }
    }

    private static Map<String, Points> scores(Graded.Result result) {
        Map<String, Points> scores = new HashMap<>();
        for (DimensionScore score : result.dimensions()) {
            scores.put(score.dimension().id(), score.score());
        }
        return scores;
    }

    private static void rulings(Graded.@Nullable Result before, Graded.Result after, List<Change> changes) {
        Map<String, Ruling> had = new LinkedHashMap<>();
        if (before != null) {
            before.rulings().forEach(ruling -> had.put(ruling.rule().id(), ruling));
        }
        for (Ruling ruling : after.rulings()) {
            Ruling other = had.remove(ruling.rule().id());
            if (other == null) {
                changes.add(Wording.rulingAppeared(ruling));
            } else if (!other.grade().label().equals(ruling.grade().label())) {
                changes.add(Wording.rulingChanged(ruling));
            }
        }
        for (Ruling gone : had.values()) {
            changes.add(Wording.rulingVanished(gone));
        }
    }

    private static void contributions(Graded.@Nullable Result before, Graded.Result after, List<Change> changes) {
        Map<Key, Sum> had = before == null ? Map.of() : sums(before.contributions());
        Map<Key, Sum> has = sums(after.contributions());
        for (Map.Entry<Key, Sum> entry : had.entrySet()) {
            Sum was = entry.getValue();
            Sum is = has.get(entry.getKey());
            if (is == null && was.milli != 0) {
                changes.add(Wording.vanished(was.first, new Points(was.milli), reason(was.first, after)));
            } else if (is != null && is.milli != was.milli) {
                changes.add(Wording.changed(is.first, new Points(was.milli), new Points(is.milli)));
            }
        }
        for (Map.Entry<Key, Sum> entry : has.entrySet()) {
            Sum is = entry.getValue();
            if (is.milli != 0 && !had.containsKey(entry.getKey())) {
                changes.add(Wording.appeared(is.first, new Points(is.milli)));
            }
        }
    }

    private static Map<Key, Sum> sums(List<Contribution> contributions) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (Contribution one : contributions) {
            Fact fact = one.fact();
            Key key = new Key(one.type(), one.rule(), fact == null ? null : stateless(fact));
            sums.computeIfAbsent(key, _ -> new Sum(one)).milli += one.points().milli();
        }
        return sums;
    }

    /** Why the record of a contribution weighs nothing on the other side, where that is said. */
    private static Weightless.@Nullable Reason reason(Contribution gone, Graded.Result after) {
        Fact fact = gone.fact();
        if (fact == null) {
            return null;
        }
        Fact sought = stateless(fact);
        for (Weightless weightless : after.weightless()) {
            boolean itsRule = weightless.rule() == null || weightless.rule().equals(gone.rule());
            if (itsRule && stateless(weightless.fact()).equals(sought)) {
                return weightless.reason();
            }
        }
        return null;
    }

    private static Fact stateless(Fact fact) {
        return fact.state() == FactState.EFFECTIVE
                ? fact
                : new Fact(fact.kind(), fact.date(), FactState.EFFECTIVE, fact.reference(), fact.fields());
    }
}
