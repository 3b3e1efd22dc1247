package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Rule;

/** What sets off a rule, as of a date, for the record classes of a population. */
final class Alarm {
    /** How many records it takes. */
    final int atLeast;

    /** Whether the rule looks at the records of a class. */
    final boolean[] of;

    final int endSlot;

    /** The last day, counted as {@link Days} does, that is too old. */
    final long tooOld;

    private Alarm(
            @Nullable Integer months, int atLeast, Watch watch, List<@Nullable RecordClass> classes, LocalDate asOf) {
        this.atLeast = atLeast;
        this.of = new boolean[classes.size()];
        KindPlan kind = null;
        for (int c = 0; c < of.length; c++) {
            RecordClass one = classes.get(c);
            if (one != null && one.isOf(watch)) {
                of[c] = true;
                kind = one.kind();
            }
        }
        this.endSlot = kind == null || watch.end().equals(Watch.End.NEVER) ? -1 : kind.endSlot(watch);
        this.tooOld = months == null ? Long.MIN_VALUE : asOf.minusMonths(months).toEpochDay() - Days.BASE;
    }

    /** Null where no record sets the rule off. */
    static @Nullable Alarm of(Rule rule, @Nullable Watch watch, List<@Nullable RecordClass> classes, LocalDate asOf) {
        if (watch == null) {
            return null;
        }
        return switch (rule) {
            case Rule.Floor floor -> of(floor.trigger(), false, watch, classes, asOf);
            case Rule.Veto veto -> of(veto.trigger(), false, watch, classes, asOf);
            case Rule.Shift shift -> of(shift.trigger(), shift.none(), watch, classes, asOf);
            case Rule.Dormant dormant -> new Alarm(dormant.months(), 1, watch, classes, asOf);
            case Rule.MinimumData ignored -> null;
            case Rule.NewBusiness ignored -> null;
            case Rule.Exposure ignored -> null;
            case Rule.Steadiness ignored -> null;
        };
    }

    private static Alarm of(
            Rule.Trigger trigger, boolean none, Watch watch, List<@Nullable RecordClass> classes, LocalDate asOf) {
        return new Alarm(trigger.underMonths(), none ? 1 : trigger.atLeast(), watch, classes, asOf);
    }
}
