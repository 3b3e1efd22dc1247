package org.sise.server.web.whatif;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.grading.whatif.MoverQuery;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.whatif.Moves;
import org.sise.scoring.whatif.Side;

/**
 * A row of the matrix of moves.
 *
 * @param grade null: not applicable
 */
public record MatrixRow(@Nullable GradeLevel grade, List<Cell> cells, long total) {

    /**
     * One cell.
     *
     * @param from a grade's id or {@code not-applicable}
     * @param moves whether its businesses are movers
     */
    public record Cell(String from, String to, long businesses, boolean moves) {}

    static List<MatrixRow> of(Moves moves) {
        List<MatrixRow> rows = new ArrayList<>();
        List<GradeLevel> before = moves.scale().before();
        List<GradeLevel> after = moves.scale().after();
        for (int row = 0; row <= before.size(); row++) {
            int from = row == before.size() ? Side.NOT_APPLICABLE : row;
            List<Cell> cells = new ArrayList<>();
            long total = 0;
            for (int column = 0; column <= after.size(); column++) {
                int to = column == after.size() ? Side.NOT_APPLICABLE : column;
                long count = moves.count(from, to);
                total += count;
                cells.add(new Cell(
                        id(before, from),
                        id(after, to),
                        count,
                        count > 0 && moves.scale().direction(from, to).moves()));
            }
            rows.add(new MatrixRow(from < 0 ? null : before.get(from), cells, total));
        }
        return rows;
    }

    private static String id(List<GradeLevel> grades, int rank) {
        return rank < 0 ? MoverQuery.NOT_APPLICABLE : grades.get(rank).id();
    }
}
