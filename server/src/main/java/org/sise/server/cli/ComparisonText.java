package org.sise.server.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.difference.Change;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Text;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Direction;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.MoverFilter;
import org.sise.scoring.whatif.Moves;
import org.sise.scoring.whatif.Side;

/** A comparison in lines for people, columns separated by tabs. */
record ComparisonText(PrintWriter out, Comparison comparison, Movers movers) {

    void print(int limit) {
        side("A", comparison.before());
        side("B", comparison.after());
        Text by = comparison.scale().by().text();
        out.printf("对应 / matching\t%s / %s%n", by.zh(), by.en());
        Moves moves = comparison.moves();
        out.printf("主体 / parties\t%d%n", moves.total());
        out.println();
        out.println("分布 / distribution\t主体 / parties\t%");
        distribution("A", comparison.scale().before(), moves.before(), moves.total());
        distribution("B", comparison.scale().after(), moves.after(), moves.total());
        out.println();
        matrix(moves);
        out.println();
        for (Direction direction : Direction.values()) {
            long going = moves.going(direction);
            if (going > 0) {
                out.printf(
                        "%s / %s\t%d\t%s%n",
                        direction.text().zh(), direction.text().en(), going, percent(going, moves.total()));
            }
        }
        groups("按行业门类 / by section", comparison.bySection());
        groups("按地区 / by region", comparison.byRegion());
        movers(limit);
    }

    private void side(String name, Side side) {
        out.printf(
                "%s\t%s %s\t%s\t截至 / as of %s%n",
                name,
                side.policy().id(),
                side.policy().version(),
                side.policy().digest().substring(0, 12),
                side.asOf());
    }

    private void distribution(String side, List<GradeLevel> grades, long[] counts, long total) {
        for (int rank = 0; rank < counts.length; rank++) {
            boolean outside = rank == grades.size();
            if (!outside || counts[rank] > 0) {
                out.printf(
                        "%s %s\t%d\t%s%n",
                        side, label(outside ? null : grades.get(rank)), counts[rank], percent(counts[rank], total));
            }
        }
    }

    private void matrix(Moves moves) {
        out.print("A \\ B");
        for (GradeLevel grade : moves.scale().after()) {
            out.print("\t" + label(grade));
        }
        out.println("\t" + label(null));
        for (int row = 0; row < moves.counts().length; row++) {
            boolean outside = row == moves.scale().before().size();
            out.print(label(outside ? null : moves.scale().before().get(row)));
            for (long count : moves.counts()[row]) {
                out.print("\t" + count);
            }
            out.println();
        }
    }

    private void groups(String title, List<Group> groups) {
        out.println();
        out.println(title + "\t名称 / name\t主体 / parties\t变好 / better\t变差 / worse\t%");
        for (Group group : groups) {
            Moves moves = group.moves();
            long moved = moves.going(Direction.BETTER) + moves.going(Direction.WORSE);
            out.printf(
                    "%s\t%s / %s\t%d\t%d\t%d\t%s%n",
                    group.code().isEmpty() ? "-" : group.code(),
                    group.name().zh(),
                    group.name().en(),
                    moves.total(),
                    moves.going(Direction.BETTER),
                    moves.going(Direction.WORSE),
                    percent(moved, moves.total()));
        }
    }

    private void movers(int limit) {
        out.println();
        out.printf(
                "变动主体 / movers\t%d%s%n",
                comparison.movers(),
                comparison.movers() > limit ? "（以下%d个 / the first %d）".formatted(limit, limit) : "");
        for (Movers.Explained one : movers.explain(comparison.movers(MoverFilter.ALL, 0, limit))) {
            out.printf(
                    "%s\t%s → %s\t%s → %s%n",
                    one.id(),
                    Movers.grade(one.mover().from()),
                    Movers.grade(one.mover().to()),
                    one.mover().scoreFrom() == null ? "-" : one.mover().scoreFrom(),
                    one.mover().scoreTo() == null ? "-" : one.mover().scoreTo());
            for (Change change : one.why()) {
                out.printf("    %s / %s%n", change.text().zh(), change.text().en());
            }
        }
    }

    static String label(@Nullable GradeLevel grade) {
        return grade == null ? "不适用 not-applicable" : grade.label().zh() + " " + grade.id();
    }

    private static String percent(long part, long total) {
        return total == 0
                ? "-"
                : BigDecimal.valueOf(part * 100)
                        .divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
