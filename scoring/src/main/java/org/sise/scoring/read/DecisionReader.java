package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.Policy;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how scores become a grade: bands of the score, or a matrix of two dimensions' levels. */
final class DecisionReader {
    private final Context context;
    private final Faults faults;
    private final Map<String, Dimension> dimensions;
    private final Policy.Order order;

    /** Where the grades of the score's bands stand, in their order. */
    final List<Node> bandNodes = new ArrayList<>();

    DecisionReader(Context context, Map<String, Dimension> dimensions, Policy.Order order) {
        this.context = context;
        this.faults = context.faults;
        this.dimensions = dimensions;
        this.order = order;
    }

    @Nullable
    Decision read(Section policy) {
        Section section = policy.section("decision");
        if (section == null) {
            return null;
        }
        boolean bands = section.has("bands");
        Section matrix = section.optionalSection("matrix");
        boolean table = section.has("table");
        section.end();
        if ((bands ? 1 : 0) + (matrix != null ? 1 : 0) + (table ? 1 : 0) != 1) {
            faults.add(FaultCode.ONE_DECISION, policy.keyNode("decision"));
            return null;
        }
        if (table) {
            return byTable(section);
        }
        return matrix == null ? byScore(section) : byMatrix(matrix);
    }

    private @Nullable Decision byTable(Section section) {
        List<Decision.ByTable.Row> rows = new ArrayList<>();
        List<Section> sections = section.sections("table", true, 200);
        for (int r = 0; r < sections.size(); r++) {
            Section row = sections.get(r);
            var when = new FigureReader(context).tests(row.optionalSection("when"));
            String grade = context.grades.use(row, "grade");
            boolean last = r == sections.size() - 1;
            if (last == row.has("when")) {
                faults.add(FaultCode.TABLE_END, row.node());
            }
            row.end();
            rows.add(new Decision.ByTable.Row(when, grade));
        }
        return faults.make(section, () -> new Decision.ByTable(rows));
    }

    private @Nullable Decision byScore(Section section) {
        Bands bands = BandsReader.scores(
                section,
                "bands",
                band -> {
                    bandNodes.add(BandsReader.at(band, "grade"));
                    return context.grades.use(band, "grade");
                },
                null,
                faults);
        if (bands == null) {
            return null;
        }
        for (int i = 1; i < bands.bands().size() && i < bandNodes.size(); i++) {
            if (improves(bands.bands().get(i - 1).name(), bands.bands().get(i).name())) {
                faults.add(
                        FaultCode.BAND_ORDER,
                        bandNodes.get(i),
                        bands.bands().get(i).name());
            }
        }
        return new Decision.ByScore(bands);
    }

    private @Nullable Decision byMatrix(Section matrix) {
        String rows = context.dimensions.use(matrix, "rows");
        String columns = context.dimensions.use(matrix, "columns");
        Section cells = matrix.section("cells");
        matrix.end();
        if (rows.equals(columns)) {
            faults.add(FaultCode.MATRIX_SAME, BandsReader.at(matrix, "columns"), rows);
            return null;
        }
        List<String> rowLevels = levels(rows, matrix, "rows");
        List<String> columnLevels = levels(columns, matrix, "columns");
        if (cells == null || rowLevels.isEmpty() || columnLevels.isEmpty()) {
            return null;
        }
        List<List<String>> grades = new ArrayList<>();
        List<List<Node>> nodes = new ArrayList<>();
        for (String level : rowLevels) {
            Section row = cells.section(level);
            List<String> names = new ArrayList<>();
            List<Node> places = new ArrayList<>();
            for (String column : columnLevels) {
                names.add(row == null ? "unnamed" : context.grades.use(row, column));
                places.add(row == null ? cells.node() : BandsReader.at(row, column));
            }
            if (row != null) {
                reportUnknown(row, columnLevels);
            }
            grades.add(names);
            nodes.add(places);
        }
        reportUnknown(cells, rowLevels);
        reportImprovements(grades, nodes);
        return new Decision.ByMatrix(rows, columns, grades);
    }

    private List<String> levels(String dimension, Section matrix, String key) {
        Dimension known = dimensions.get(dimension);
        if (known == null) {
            return List.of();
        }
        Bands levels = known.levels();
        if (levels == null) {
            faults.add(FaultCode.NO_LEVELS, BandsReader.at(matrix, key), dimension);
            return List.of();
        }
        return levels.bands().stream().map(Bands.Band::name).toList();
    }

    private void reportUnknown(Section section, List<String> levels) {
        for (String name : section.all().keySet()) {
            if (!levels.contains(name)) {
                faults.add(FaultCode.UNKNOWN_LEVEL, section.keyNode(name), name, String.join(", ", levels));
            }
        }
    }

    private void reportImprovements(List<List<String>> grades, List<List<Node>> nodes) {
        for (int r = 0; r < grades.size(); r++) {
            for (int c = 0; c < grades.get(r).size(); c++) {
                String here = grades.get(r).get(c);
                boolean improves = (r > 0 && improves(grades.get(r - 1).get(c), here))
                        || (c > 0 && improves(grades.get(r).get(c - 1), here));
                if (improves) {
                    faults.add(FaultCode.MATRIX_IMPROVES, nodes.get(r).get(c), here);
                }
            }
        }
    }

    /** Whether a higher score would bring a better grade than the order of the policy allows. */
    private boolean improves(String lower, String higher) {
        List<String> names = List.copyOf(context.grades.all());
        int below = names.indexOf(lower);
        int above = names.indexOf(higher);
        if (below < 0 || above < 0) {
            return false;
        }
        return switch (order) {
            case HIGHEST_FIRST -> above < below;
            case LOWEST_FIRST -> above > below;
        };
    }
}
