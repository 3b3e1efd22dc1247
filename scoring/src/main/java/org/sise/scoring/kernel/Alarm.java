package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Rule;

/** What sets off a rule, as of a date, for the record classes of a population. */
final class Alarm {
    final Watch watch;

    /** How many records it takes. */
    final int atLeast;

    /** Whether the rule looks at the records of a class. */
    final boolean[] of;

    final int endSlot;

    /** The last day, counted as {@link Days} does, that is too old. */
    final long tooOld;

    Alarm(Rule.Trigger trigger, Watch watch, List<@Nullable RecordClass> classes, LocalDate asOf) {
        this.watch = watch;
        this.atLeast = trigger.atLeast();
        this.of = new boolean[classes.size()];
        KindPlan kind = null;
        for (int c = 0; c < of.length; c++) {
            RecordClass one = classes.get(c);
            if (one != null && one.isOf(watch)) {
                of[c] = true;
                kind = one.kind();
            }
        }
        this.endSlot = kind == null ? -1 : kind.endSlot(watch);
        Integer under = trigger.underMonths();
        this.tooOld = under == null ? Long.MIN_VALUE : asOf.minusMonths(under).toEpochDay() - Days.BASE;
    }
}
