package org.sise.server.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.difference.Change;
import org.sise.scoring.difference.Difference;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.table.PartyTable;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Mover;
import org.sise.scoring.whatif.MoverFilter;

/** Explains the movers of a comparison of the tables' parties. */
record Movers(PartyTable table, Grader before, LocalDate asOfBefore, Grader after, LocalDate asOfAfter) {
    private static final int PAGE = 4096;

    /** A mover with what explains it. */
    record Explained(String id, Mover mover, List<Change> why) {
        List<@Nullable Object> cells() {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(id);
            cells.add(mover.industry());
            cells.add(mover.region());
            cells.add(token(mover.direction()));
            cells.add(grade(mover.from()));
            cells.add(grade(mover.to()));
            cells.add(mover.scoreFrom() == null ? null : mover.scoreFrom().toBigDecimal());
            cells.add(mover.scoreTo() == null ? null : mover.scoreTo().toBigDecimal());
            cells.add(why.stream().map(change -> change.text().zh()).collect(Collectors.joining("；")));
            cells.add(why.stream().map(change -> change.text().en()).collect(Collectors.joining("; ")));
            return cells;
        }
    }

    /** A page of movers from a party's number on, in the population's order. */
    List<Explained> page(Comparison comparison, MoverFilter filter, int from) {
        return explain(comparison.movers(filter, from, PAGE));
    }

    List<Explained> explain(List<Mover> movers) {
        return movers.parallelStream().map(this::explain).toList();
    }

    private Explained explain(Mover mover) {
        Party party = table.party(mover.party());
        return new Explained(
                party.id(), mover, Difference.between(before.grade(party, asOfBefore), after.grade(party, asOfAfter)));
    }

    static String token(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The grade's id as the language has it. */
    static String grade(@Nullable GradeLevel grade) {
        return grade == null ? "not-applicable" : grade.id();
    }
}
