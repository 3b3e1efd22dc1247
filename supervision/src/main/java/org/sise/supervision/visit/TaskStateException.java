package org.sise.supervision.visit;

/** Thrown when a task's or visit's present state does not allow what was asked; the message names the state. */
public final class TaskStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TaskStateException(long task, TaskState present, TaskState wanted) {
        super("任务 %d 为“%s”，不能变为“%s” / task %d is %s and cannot become %s"
                .formatted(task, present.zh(), wanted.zh(), task, present.en(), wanted.en()));
    }

    /** For a visit. */
    public TaskStateException(long visit, VisitState present, VisitState wanted) {
        super("检查 %d 为“%s”，不能变为“%s” / visit %d is %s and cannot become %s"
                .formatted(visit, present.zh(), wanted.zh(), visit, present.en(), wanted.en()));
    }
}
