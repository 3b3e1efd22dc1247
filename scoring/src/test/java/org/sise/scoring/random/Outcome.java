package org.sise.scoring.random;

import java.util.Arrays;
import java.util.List;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.kernel.Grades;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Policy;

/**
 * What both engines say about a party, to be compared.
 *
 * @param rank -1: not applicable
 * @param score thousandths
 * @param rule the id of the deciding rule, or {@code score}
 * @param contributions by indicator, thousandths
 * @param dimensions thousandths
 * @param figures thousandths
 */
public record Outcome(
        int rank, long score, String rule, List<Long> contributions, List<Long> dimensions, List<Long> figures) {
    private static final Outcome NOT_APPLICABLE = new Outcome(-1, 0, "score", List.of(), List.of(), List.of());

    /** What the kernel says. */
    public static Outcome of(Grades grades, int party) {
        if (grades.rank(party) < 0) {
            return NOT_APPLICABLE;
        }
        Policy policy = grades.policy();
        long[] numbers = grades.numbers(party);
        int indicators = policy.indicators().size();
        return new Outcome(
                grades.rank(party),
                grades.score(party),
                grades.decisive(party) == null
                        ? "score"
                        : grades.decisive(party).id(),
                list(grades.contributions(party)),
                list(grades.dimensions(party)),
                list(Arrays.copyOfRange(
                        numbers, indicators, indicators + policy.figures().size())));
    }

    /** What the interpreter says. */
    public static Outcome of(Graded graded) {
        return switch (graded) {
            case Graded.NotApplicable ignored -> NOT_APPLICABLE;
            case Graded.Result result ->
                new Outcome(
                        result.grade().rank(),
                        result.score().milli(),
                        result.decisive() == null
                                ? "score"
                                : result.decisive().rule().id(),
                        result.policy().indicators().stream()
                                .map(indicator -> given(result, indicator.id()))
                                .toList(),
                        result.dimensions().stream()
                                .map(one -> one.score().milli())
                                .toList(),
                        result.figures().stream()
                                .map(one -> one.value() == null
                                        ? FixedPoint.MISSING
                                        : one.value().milli())
                                .toList());
        };
    }

    private static long given(Graded.Result result, String indicator) {
        return result.contributions().stream()
                .filter(one -> one.rule().equals(indicator))
                .filter(one -> switch (one.type()) {
                    case RECORD, ABSENCE, CAP -> true;
                    case START, LIMIT, FIGURE -> false;
                })
                .mapToLong(one -> one.points().milli())
                .sum();
    }

    private static List<Long> list(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
