package org.sise.scoring.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.FigureValue;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Weightless;
import org.sise.scoring.policy.Points;

/**
 * What came of a golden case.
 *
 * @param differences where the result is not as expected; none: the case passes
 */
public record CaseOutcome(GoldenCase golden, List<Difference> differences) {
    /** One thing that differs, such as {@code grade}. */
    public record Difference(String what, String expected, String actual) {}

    public boolean passed() {
        return differences.isEmpty();
    }

    static CaseOutcome of(Grader grader, GoldenCase golden) {
        Graded graded = grader.among(peers(golden), golden.asOf()).grade(golden.party(), golden.asOf());
        List<Difference> differences = new ArrayList<>();
        switch (graded) {
            case Graded.NotApplicable ignored ->
                compare("grade", golden.expected().grade(), "not-applicable", differences);
            case Graded.Result result -> compare(golden.expected(), result, differences);
        }
        return new CaseOutcome(golden, differences);
    }

    private static List<Party> peers(GoldenCase golden) {
        List<Party> peers = new ArrayList<>(golden.population());
        peers.removeIf(member -> member.id().equals(golden.party().id()));
        peers.add(golden.party());
        return peers;
    }

    private static void compare(GoldenCase.Expected expected, Graded.Result result, List<Difference> differences) {
        compare("grade", expected.grade(), result.grade().id(), differences);
        if (expected.score() != null) {
            compare("score", expected.score().toString(), result.score().toString(), differences);
        }
        if (expected.decisive() != null) {
            String decisive = result.decisive() == null
                    ? "score"
                    : result.decisive().rule().id();
            compare("decisive", expected.decisive(), decisive, differences);
        }
        if (expected.contributions() != null) {
            compare(
                    "contributions",
                    withoutZeros(expected.contributions()).toString(),
                    withoutZeros(pointsByRule(result)).toString(),
                    differences);
        }
        if (expected.figures() != null) {
            compare(
                    "figures",
                    new TreeMap<>(expected.figures()).toString(),
                    figures(result, expected.figures().keySet()).toString(),
                    differences);
        }
        if (expected.weightless() != null) {
            compare(
                    "weightless",
                    new TreeMap<>(expected.weightless()).toString(),
                    reasons(result).toString(),
                    differences);
        }
    }

    private static void compare(String what, String expected, String actual, List<Difference> differences) {
        if (!expected.equals(actual)) {
            differences.add(new Difference(what, expected, actual));
        }
    }

    private static Map<String, Points> pointsByRule(Graded.Result result) {
        Map<String, Points> points = new LinkedHashMap<>();
        for (Contribution contribution : result.contributions()) {
            points.merge(
                    contribution.rule(),
                    contribution.points(),
                    (a, b) -> new Points(Math.addExact(a.milli(), b.milli())));
        }
        return points;
    }

    private static Map<String, Points> withoutZeros(Map<String, Points> points) {
        Map<String, Points> left = new TreeMap<>(points);
        left.values().removeIf(Points.ZERO::equals);
        return left;
    }

    private static Map<String, String> figures(Graded.Result result, Set<String> named) {
        Map<String, String> figures = new TreeMap<>();
        for (FigureValue figure : result.figures()) {
            String id = figure.figure().id();
            if (named.contains(id)) {
                figures.put(id, figure.value() == null ? GoldenCase.UNKNOWN : String.valueOf(figure.value()));
            }
        }
        return figures;
    }

    private static Map<String, String> reasons(Graded.Result result) {
        Map<String, String> reasons = new TreeMap<>();
        for (Weightless weightless : result.weightless()) {
            String reference = weightless.fact().reference();
            reasons.put(
                    reference == null ? "" : reference,
                    weightless.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return reasons;
    }
}
