package org.sise.server.web.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Provenance;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Supervision;
import org.sise.scoring.policy.Text;
import org.sise.server.query.Choice;
import org.sise.server.web.Words;

/**
 * What a policy says, in sentences of one language.
 *
 * @param matrix the grade of each pair of levels, or null where the grade is found otherwise
 * @param table whether a table of conditions finds the grade
 */
record PolicySummary(
        List<GradeRow> grades,
        @Nullable Matrix matrix,
        boolean table,
        List<IndicatorRow> indicators,
        List<FigureRow> figures,
        List<RuleRow> rules) {

    /**
     * A grade.
     *
     * @param band the scores that lead to it, or null where the grade is not found by the score
     * @param supervision how often its businesses are inspected, or null where nothing is said
     */
    record GradeRow(
            @Nullable Grade colour,
            String label,
            @Nullable String band,
            @Nullable String supervision) {}

    /** The grade of each pair of levels. */
    record Matrix(String rows, String columns, List<String> columnLabels, List<MatrixRow> cells) {}

    /** One row of a matrix. */
    record MatrixRow(String label, List<@Nullable Grade> grades) {}

    /** An indicator. */
    record IndicatorRow(
            String id,
            String dimension,
            String kind,
            String sentence,
            String absent,
            String points,
            @Nullable String cap,
            String basis,
            String source,
            String confidence) {}

    /** A number derived from others. */
    record FigureRow(
            String id,
            String label,
            String dimension,
            @Nullable String basis) {}

    /** A rule beside the score. */
    record RuleRow(String id, String sentence, String basis, String source, String confidence) {}

    static PolicySummary of(Policy policy, Words words) {
        return new PolicySummary(
                policy.grades().stream()
                        .map(grade -> new GradeRow(
                                grade.colour(),
                                text(grade.label(), words),
                                band(policy.decision(), grade),
                                supervision(grade.supervision(), words)))
                        .toList(),
                policy.decision() instanceof Decision.ByMatrix matrix ? matrix(policy, matrix, words) : null,
                policy.decision() instanceof Decision.ByTable,
                policy.indicators().stream()
                        .map(indicator -> indicator(policy, indicator, words))
                        .toList(),
                policy.figures().stream()
                        .map(figure -> new FigureRow(
                                figure.id(),
                                text(figure.label(), words),
                                dimension(policy, figure.dimension(), words),
                                figure.basis()))
                        .toList(),
                policy.rules().stream().map(rule -> rule(rule, words)).toList());
    }

    private static IndicatorRow indicator(Policy policy, Indicator indicator, Words words) {
        return new IndicatorRow(
                indicator.id(),
                dimension(policy, indicator.dimension(), words),
                words.sayOr(
                        "kind." + indicator.match().kind(), indicator.match().kind()),
                sentence(indicator.says(), words),
                absent(indicator.absent(), words),
                indicator.points().toString(),
                indicator.cap() == null ? null : indicator.cap().toString(),
                indicator.basis(),
                indicator.provenance().source(),
                confidence(indicator.provenance(), words));
    }

    private static String dimension(Policy policy, @Nullable String id, Words words) {
        Dimension dimension = id == null ? null : policy.dimension(id);
        return dimension == null ? "—" : text(dimension.label(), words);
    }

    private static RuleRow rule(Rule rule, Words words) {
        return new RuleRow(
                rule.id(),
                sentence(rule.says(), words),
                rule.basis(),
                rule.provenance().source(),
                confidence(rule.provenance(), words));
    }

    private static Matrix matrix(Policy policy, Decision.ByMatrix matrix, Words words) {
        Dimension rows = policy.dimension(matrix.rows());
        Dimension columns = policy.dimension(matrix.columns());
        List<String> rowLabels = levels(rows);
        List<MatrixRow> cells = new ArrayList<>();
        for (int row = 0; row < matrix.grades().size(); row++) {
            List<@Nullable Grade> grades = new ArrayList<>();
            for (String id : matrix.grades().get(row)) {
                GradeLevel grade = policy.grade(id);
                grades.add(grade == null ? null : grade.colour());
            }
            cells.add(new MatrixRow(rowLabels.get(row), grades));
        }
        return new Matrix(
                rows == null ? matrix.rows() : text(rows.label(), words),
                columns == null ? matrix.columns() : text(columns.label(), words),
                levels(columns),
                cells);
    }

    private static List<String> levels(@Nullable Dimension dimension) {
        Bands levels = dimension == null ? null : dimension.levels();
        return levels == null
                ? List.of()
                : levels.bands().stream()
                        .map(band -> band.name() + " " + range(band))
                        .toList();
    }

    private static @Nullable String band(Decision decision, GradeLevel grade) {
        if (decision instanceof Decision.ByScore byScore) {
            for (Bands.Band band : byScore.bands().bands()) {
                if (band.name().equals(grade.id())) {
                    return range(band);
                }
            }
        }
        return null;
    }

    /** The scores of a band: the first is in it, the last is not. */
    private static String range(Bands.Band band) {
        if (band.from() == null) {
            return "< " + band.to();
        }
        return band.to() == null ? "≥ " + band.from() : "[" + band.from() + ", " + band.to() + ")";
    }

    private static @Nullable String supervision(@Nullable Supervision supervision, Words words) {
        return supervision == null
                ? null
                : words.say(
                        "policy.grade.supervision",
                        supervision.least().toPlainString(),
                        supervision.most().toPlainString(),
                        supervision.planned().toPlainString(),
                        text(supervision.interval(), words));
    }

    private static String absent(Absence absent, Words words) {
        return switch (absent) {
            case Absence.Counts counts ->
                words.say(
                        "policy.absent.counts",
                        text(counts.says(), words),
                        counts.points().toString());
            case Absence.Unknown unknown -> words.say("policy.absent.unknown", text(unknown.says(), words));
        };
    }

    private static String confidence(Provenance provenance, Words words) {
        return words.sayOr(
                "policy.confidence." + Choice.word(provenance.confidence()), Choice.word(provenance.confidence()));
    }

    private static String sentence(Says says, Words words) {
        StringBuilder sentence = new StringBuilder();
        for (Says.Part part : words.english() ? says.en() : says.zh()) {
            sentence.append(
                    switch (part) {
                        case Says.Words fixed -> fixed.text();
                        case Says.Date _ -> words.say("policy.place.date");
                        case Says.Document _ -> words.say("policy.place.document");
                        case Says.Given _ -> words.say("policy.place.points");
                        case Says.Months _ -> words.say("policy.place.months");
                        case Says.OfField field ->
                            words.say("policy.place.field", text(field.field().label(), words));
                    });
        }
        return sentence.toString();
    }

    private static String text(Text text, Words words) {
        return words.either(text.zh(), text.en());
    }
}
