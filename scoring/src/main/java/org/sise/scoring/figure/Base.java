package org.sise.scoring.figure;

import java.util.List;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;

/** The grade by the decision alone, as a rank. */
sealed interface Base {
    int rank(long[] values, long margin);

    static Base of(Policy policy, Figures figures) {
        return switch (policy.decision()) {
            case Decision.ByScore byScore -> new ByScore(figures, byScore.bands(), ranks(policy, byScore));
            case Decision.ByMatrix matrix -> matrix(policy, matrix, figures);
            case Decision.ByTable table -> table(policy, table, figures);
        };
    }

    /** Bands of the score. */
    record ByScore(Figures figures, Bands bands, int[] ranks) implements Base {
        @Override
        public int rank(long[] values, long margin) {
            return ranks[bands.indexOf(figures.score(values, margin))];
        }
    }

    /** Levels of two dimensions. */
    record ByMatrix(Figures figures, int rows, Bands rowLevels, int columns, Bands columnLevels, int[][] ranks)
            implements Base {
        @Override
        public int rank(long[] values, long margin) {
            int row = rowLevels.indexOf(figures.worse(rows, values, margin));
            int column = columnLevels.indexOf(figures.worse(columns, values, margin));
            return ranks[row][column];
        }
    }

    /** The first row that fits. */
    record ByTable(Figures.Tested[][] rows, int[] ranks) implements Base {
        @Override
        public int rank(long[] values, long margin) {
            int row = 0;
            while (!fits(rows[row], values)) {
                row++;
            }
            return ranks[row];
        }

        private static boolean fits(Figures.Tested[] tests, long[] values) {
            for (Figures.Tested test : tests) {
                if (!test.holds(values)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static int[] ranks(Policy policy, Decision.ByScore byScore) {
        return byScore.bands().bands().stream()
                .mapToInt(band -> rank(policy, band.name()))
                .toArray();
    }

    private static Base matrix(Policy policy, Decision.ByMatrix matrix, Figures figures) {
        int[][] ranks = matrix.grades().stream()
                .map(row -> row.stream().mapToInt(grade -> rank(policy, grade)).toArray())
                .toArray(int[][]::new);
        int rows = dimension(policy, matrix.rows());
        int columns = dimension(policy, matrix.columns());
        return new ByMatrix(figures, rows, levels(policy, rows), columns, levels(policy, columns), ranks);
    }

    private static Base table(Policy policy, Decision.ByTable table, Figures figures) {
        List<Decision.ByTable.Row> rows = table.rows();
        Figures.Tested[][] tests = new Figures.Tested[rows.size()][];
        int[] ranks = new int[rows.size()];
        for (int r = 0; r < tests.length; r++) {
            tests[r] = Figures.tested(rows.get(r).when(), figures);
            ranks[r] = rank(policy, rows.get(r).grade());
        }
        return new ByTable(tests, ranks);
    }

    private static int rank(Policy policy, String grade) {
        GradeLevel level = policy.grade(grade);
        if (level == null) {
            throw new IllegalArgumentException("no grade " + grade);
        }
        return level.rank();
    }

    private static int dimension(Policy policy, String id) {
        List<Dimension> dimensions = policy.dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            if (dimensions.get(d).id().equals(id)) {
                return d;
            }
        }
        throw new IllegalArgumentException("no dimension " + id);
    }

    private static Bands levels(Policy policy, int dimension) {
        Bands levels = policy.dimensions().get(dimension).levels();
        if (levels == null) {
            throw new IllegalArgumentException("no levels of dimension "
                    + policy.dimensions().get(dimension).id());
        }
        return levels;
    }
}
