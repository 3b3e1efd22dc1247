package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.util.List;
import org.sise.scoring.difference.Change;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Text;

/**
 * A way to a better grade: repair these records (none: only wait) and be graded on this day, with no new record until
 * then.
 *
 * @param grade what the interpreter gives on that day with these records repaired
 * @param repairs in the order of the outlook's repairable records
 * @param on the first day on which it holds; the outlook's own day if no waiting is needed
 * @param exact whether no smaller set does it by that day, and no set of this size on an earlier day; a way that is not
 *     exact leads to the grade all the same
 * @param changes what the explanation then says differently
 * @param text the way in words
 */
public record Way(
        GradeLevel grade, List<Repair> repairs, LocalDate on, boolean exact, List<Change> changes, Text text) {
    public Way {
        repairs = List.copyOf(repairs);
        changes = List.copyOf(changes);
    }
}
