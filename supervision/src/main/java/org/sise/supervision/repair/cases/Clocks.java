package org.sise.supervision.repair.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.supervision.repair.pack.Limit;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.WorkingDays;

/**
 * The clocks of a case in working days. They are derived from its events and the calendar each time anew, so that a notice on
 * holidays that comes late moves every day that depends on it.
 */
public final class Clocks {

    private final WorkingCalendar calendar;

    /** By a calendar. */
    public Clocks(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * A clock that runs or has run.
     *
     * @param limit what for
     * @param since the day from which it runs, which does not count
     * @param days how many working days
     * @param due the last day; while the clock stands, null
     * @param doneOn the day on which what it is for was done, or null
     * @param isFinal whether the holidays of the due day's year have been announced
     */
    public record Clock(
            Limit limit,
            LocalDate since,
            int days,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            boolean isFinal) {
        /** Whether it is over and what it is for was not done in time. */
        public boolean isOverdue(LocalDate today) {
            return due != null && (doneOn == null ? today : doneOn).isAfter(due);
        }
    }

    /** All clocks of a case, the first first. */
    public List<Clock> of(RepairCase one, RepairPack pack) {
        List<Clock> clocks = new ArrayList<>();
        accept(one, pack, clocks);
        decide(one, pack, clocks);
        returned(one, pack, clocks);
        push(one, pack, clocks);
        return clocks;
    }

    /** The clock that somebody has to mind first: running, with the nearest due day; null where none runs. */
    public @Nullable Clock next(RepairCase one, RepairPack pack) {
        Clock next = null;
        for (Clock clock : of(one, pack)) {
            LocalDate due = clock.due();
            if (clock.doneOn() == null
                    && due != null
                    && (next == null || next.due() == null || due.isBefore(next.due()))) {
                next = clock;
            }
        }
        return next;
    }

    /** Each handing in begins it anew; giving back, accepting and not accepting end it. */
    private void accept(RepairCase one, RepairPack pack, List<Clock> clocks) {
        CaseEvent open = null;
        for (CaseEvent event : one.events()) {
            if (event.step() == Step.SUBMITTED) {
                open = event;
            } else if (open != null) {
                clocks.add(
                        clock(Limit.ACCEPT, open.day(), pack.days(Limit.ACCEPT).days(), event.day()));
                open = null;
            }
        }
        if (open != null) {
            clocks.add(clock(Limit.ACCEPT, open.day(), pack.days(Limit.ACCEPT).days(), null));
        }
    }

    /** From acceptance on; working days while it is suspended do not count. */
    private void decide(RepairCase one, RepairPack pack, List<Clock> clocks) {
        CaseEvent accepted = one.last(Step.ACCEPTED);
        if (accepted == null) {
            return;
        }
        int days = pack.decision(one.kind(), one.recordKind()).days();
        int stood = 0;
        LocalDate stoppedOn = null;
        LocalDate doneOn = null;
        for (CaseEvent event : one.events()) {
            switch (event.step()) {
                case EXTENDED -> days += Integer.parseInt(event.detail());
                case SUSPENDED -> stoppedOn = event.day();
                case RESUMED -> {
                    stood += stoppedOn == null ? 0 : calendar.between(stoppedOn, event.day());
                    stoppedOn = null;
                }
                case GRANTED, REFUSED, WITHDRAWN -> doneOn = event.day();
                case BEGUN, SUBMITTED, RETURNED, ACCEPTED, NOT_ACCEPTED, PUSHED, REVERSED -> {}
            }
        }
        if (stoppedOn != null && doneOn == null) {
            clocks.add(new Clock(Limit.DECIDE, accepted.day(), days, null, null, false));
        } else {
            LocalDate due = calendar.plus(accepted.day(), days + stood);
            clocks.add(new Clock(Limit.DECIDE, accepted.day(), days, due, doneOn, isFinal(accepted.day(), due)));
        }
    }

    /** From the last handing in on; what extends the decision extends it, and it stands when the decision's stands. */
    private void returned(RepairCase one, RepairPack pack, List<Clock> clocks) {
        CaseEvent submitted = one.last(Step.SUBMITTED);
        if (submitted == null || one.state() == Step.RETURNED) {
            return;
        }
        int days = pack.days(Limit.RETURN).days();
        int stood = 0;
        LocalDate stoppedOn = null;
        LocalDate doneOn = null;
        for (CaseEvent event : one.events()) {
            switch (event.step()) {
                case EXTENDED -> days += Integer.parseInt(event.detail());
                case SUSPENDED -> stoppedOn = event.day();
                case RESUMED -> {
                    stood += stoppedOn == null ? 0 : calendar.between(stoppedOn, event.day());
                    stoppedOn = null;
                }
                case GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN -> doneOn = event.day();
                case BEGUN, SUBMITTED, RETURNED, ACCEPTED, PUSHED, REVERSED -> {}
            }
        }
        LocalDate due = stoppedOn != null && doneOn == null ? null : calendar.plus(submitted.day(), days + stood);
        clocks.add(new Clock(
                Limit.RETURN, submitted.day(), days, due, doneOn, due != null && isFinal(submitted.day(), due)));
    }

    private void push(RepairCase one, RepairPack pack, List<Clock> clocks) {
        CaseEvent granted = one.last(Step.GRANTED);
        WorkingDays days = pack.daysOrNone(Limit.PUSH);
        if (granted != null && days != null && granted.detail().contains(Effects.ELSEWHERE)) {
            CaseEvent pushed = one.last(Step.PUSHED);
            clocks.add(clock(Limit.PUSH, granted.day(), days.days(), pushed == null ? null : pushed.day()));
        }
    }

    private Clock clock(Limit limit, LocalDate since, int days, @Nullable LocalDate doneOn) {
        LocalDate due = calendar.plus(since, days);
        return new Clock(limit, since, days, due, doneOn, isFinal(since, due));
    }

    private boolean isFinal(LocalDate since, LocalDate due) {
        for (int year = since.getYear(); year <= due.getYear(); year++) {
            if (!calendar.isAnnounced(year)) {
                return false;
            }
        }
        return true;
    }
}
