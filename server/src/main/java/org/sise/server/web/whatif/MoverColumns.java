package org.sise.server.web.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.grading.whatif.MovedBusiness;
import org.sise.scoring.policy.GradeLevel;
import org.sise.server.web.Words;

/** The columns of a file of movers. */
final class MoverColumns {

    private MoverColumns() {}

    static List<String> header(Words words) {
        return List.of(
                words.say("what.if.code"),
                words.say("what.if.name"),
                words.say("what.if.direction"),
                words.say("what.if.from"),
                words.say("what.if.to"),
                words.say("what.if.score.from"),
                words.say("what.if.score.to"),
                words.say("what.if.industry"),
                words.say("what.if.region"),
                words.say("what.if.why"));
    }

    static List<@Nullable Object> row(MovedBusiness mover, Words words) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(mover.code());
        cells.add(mover.name());
        cells.add(words.either(
                mover.direction().text().zh(), mover.direction().text().en()));
        cells.add(grade(mover.from(), words));
        cells.add(grade(mover.to(), words));
        cells.add(mover.scoreFrom());
        cells.add(mover.scoreTo());
        cells.add(mover.industry());
        cells.add(mover.region());
        cells.add(mover.why().stream()
                .map(change -> words.either(change.text().zh(), change.text().en()))
                .collect(Collectors.joining(words.either("；", "; "))));
        return cells;
    }

    static String grade(@Nullable GradeLevel grade, Words words) {
        return grade == null
                ? words.say("what.if.not.applicable")
                : words.either(grade.label().zh(), grade.label().en());
    }
}
