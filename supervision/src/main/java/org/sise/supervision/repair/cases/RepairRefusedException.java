package org.sise.supervision.repair.cases;

/** Something asked of a case that the rules or its state do not allow: which field, what is wrong and what helps. */
public final class RepairRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean conflict;

    private RepairRefusedException(String field, String message, boolean conflict) {
        super(message);
        this.field = field;
        this.conflict = conflict;
    }

    /** What was asked cannot be had, by a field. */
    static RepairRefusedException of(String field, String zh, String en) {
        return new RepairRefusedException(field, zh + " / " + en, false);
    }

    /** What was asked does not go with where the case stands. */
    static RepairRefusedException conflict(String field, String zh, String en) {
        return new RepairRefusedException(field, zh + " / " + en, true);
    }

    /** The field at fault. */
    public String field() {
        return field;
    }

    /** Whether the state is in the way, and not what was given. */
    public boolean isConflict() {
        return conflict;
    }
}
