package org.sise.supervision.plan;

/** Thrown when a plan's present state does not allow what was asked; the message names the state. */
public final class PlanStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final PlanState present;

    PlanStateException(String plan, PlanState present, PlanState wanted) {
        super("计划%s为“%s”，不能变为“%s” / plan %s is %s and cannot become %s"
                .formatted(plan, present.zh(), wanted.zh(), plan, present.en(), wanted.en()));
        this.present = present;
    }

    /** For what needs a drawn plan. */
    PlanStateException(String plan, PlanState present) {
        super("计划%s为“%s”，尚无抽取结果 / plan %s is %s and has no draw".formatted(plan, present.zh(), plan, present.en()));
        this.present = present;
    }

    /** The state in which the plan is. */
    public PlanState present() {
        return present;
    }
}
