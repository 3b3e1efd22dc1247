package org.sise.supervision.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.DimensionScore;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;

/**
 * The nearest threshold of a score beyond which a policy gives a worse grade, by the policy's own bands and decision.
 *
 * @param dimension the dimension, or null: the party's score
 * @param score the score
 * @param threshold where the next band begins
 * @param level the name of that band
 * @param grade the grade there
 */
record Worse(@Nullable Dimension dimension, Points score, Points threshold, String level, GradeLevel grade) {

    /** How many points are between. */
    Points distance() {
        return new Points(Math.abs(threshold.milli() - score.milli()));
    }

    /** The thresholds of a grade, each of which alone brings a worse one. */
    static List<Worse> of(Graded.Result result) {
        List<Worse> found = new ArrayList<>();
        Policy policy = result.policy();
        switch (policy.decision()) {
            case Decision.ByScore(Bands bands) -> add(found, result, null, result.score(), bands, policy::level);
            case Decision.ByMatrix matrix -> {
                for (DimensionScore one : result.dimensions()) {
                    Bands bands = one.dimension().levels();
                    if (bands != null) {
                        add(
                                found,
                                result,
                                one.dimension(),
                                one.score(),
                                bands,
                                level -> policy.level(
                                        cell(matrix, result, one.dimension().id(), level)));
                    }
                }
            }
            case Decision.ByTable _ -> {}
        }
        return found;
    }

    private interface Grading {
        GradeLevel at(String level);
    }

    private static void add(
            List<Worse> found,
            Graded.Result result,
            @Nullable Dimension dimension,
            Points score,
            Bands bands,
            Grading grading) {
        boolean up = result.policy().order() == Policy.Order.HIGHEST_FIRST;
        int next = bands.indexOf(score.milli()) + (up ? 1 : -1);
        if (next < 0 || next >= bands.bands().size()) {
            return;
        }
        Bands.Band band = bands.bands().get(next);
        Points threshold = up ? band.from() : band.to();
        GradeLevel grade = grading.at(band.name());
        if (threshold != null && grade.isWorseThan(result.grade())) {
            found.add(new Worse(dimension, score, threshold, band.name(), grade));
        }
    }

    /** The matrix's grade where one dimension is at another level. */
    private static String cell(Decision.ByMatrix matrix, Graded.Result result, String moved, String level) {
        int row = index(result, matrix.rows(), moved, level);
        int column = index(result, matrix.columns(), moved, level);
        return matrix.grades().get(row).get(column);
    }

    private static int index(Graded.Result result, String dimension, String moved, String level) {
        DimensionScore score = result.dimensions().stream()
                .filter(one -> one.dimension().id().equals(dimension))
                .findFirst()
                .orElseThrow();
        Bands bands = Objects.requireNonNull(score.dimension().levels());
        if (!dimension.equals(moved)) {
            return bands.indexOf(score.score().milli());
        }
        return bands.bands().stream().map(Bands.Band::name).toList().indexOf(level);
    }
}
