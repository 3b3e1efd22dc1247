package org.sise.grading.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Points;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.Mover;
import org.sise.scoring.whatif.MoverFilter;
import org.sise.scoring.whatif.Moves;
import org.sise.scoring.whatif.Side;

/** Puts the result of a comparison into the tables. */
final class Result {
    private static final int AT_ONCE = 10_000;

    private Result() {}

    static void keep(WhatIfRows rows, long id, Comparison comparison, List<String> subjects) {
        List<WhatIfRows.Cell> cells = new ArrayList<>();
        add(cells, "all", "", comparison.moves());
        add(cells, "section", comparison.bySection());
        add(cells, "division", comparison.byDivision());
        add(cells, "region", comparison.byRegion());
        rows.cells(id, cells);
        int from = 0;
        for (List<Mover> page = comparison.movers(MoverFilter.ALL, from, AT_ONCE);
                !page.isEmpty();
                page = comparison.movers(MoverFilter.ALL, from, AT_ONCE)) {
            rows.movers(
                    id,
                    page.stream().map(mover -> row(mover, comparison, subjects)).toList());
            from = page.getLast().party() + 1;
        }
    }

    private static WhatIfRows.Row row(Mover mover, Comparison comparison, List<String> subjects) {
        int party = mover.party();
        return new WhatIfRows.Row(
                party,
                subjects.get(party),
                "",
                comparison.before().ranks()[party],
                comparison.after().ranks()[party],
                decimal(mover.scoreFrom()),
                decimal(mover.scoreTo()),
                mover.industry(),
                mover.region());
    }

    private static void add(List<WhatIfRows.Cell> cells, String part, List<Group> groups) {
        groups.forEach(group -> add(cells, part, group.code(), group.moves()));
    }

    private static void add(List<WhatIfRows.Cell> cells, String part, String code, Moves moves) {
        for (int from = Side.NOT_APPLICABLE; from < moves.scale().before().size(); from++) {
            for (int to = Side.NOT_APPLICABLE; to < moves.scale().after().size(); to++) {
                if (moves.count(from, to) > 0) {
                    cells.add(new WhatIfRows.Cell(part, code, from, to, moves.count(from, to)));
                }
            }
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Points points) {
        return points == null ? null : points.toBigDecimal();
    }
}
