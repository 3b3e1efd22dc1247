package org.sise.scoring.grade;

import java.util.List;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Text;

/**
 * A floor, veto, minimum of data or new-business rule that applied.
 *
 * @param grade the grade that the party has at best because of it
 * @param facts the records that set it off, oldest first; none for minimum data and new business
 * @param months the newest such record's age in complete months, else 0
 */
public record Ruling(Rule rule, GradeLevel grade, List<Fact> facts, int months) {
    public Ruling {
        facts = List.copyOf(facts);
    }

    /** The reason in words; of several records the newest is named. */
    public Text text() {
        return Sentences.text(rule.says(), facts.isEmpty() ? null : facts.getLast(), Points.ZERO, months);
    }
}
