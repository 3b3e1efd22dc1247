package org.sise.scoring.grade;

/** What has become of a record, as known when the grade is made. */
public enum FactState {
    /** In force as first received. */
    EFFECTIVE(true),
    /** In force in this, corrected version. */
    CORRECTED(true),
    /** Withdrawn by its department. */
    WITHDRAWN(false),
    /** Repaired: publicity and use have ended by a repair decision. */
    REPAIRED(false),
    /** Its publicity has run to its end. */
    EXPIRED(false),
    /** Replaced by a later version of the same record. */
    SUPERSEDED(false);

    private final boolean weighs;

    FactState(boolean weighs) {
        this.weighs = weighs;
    }

    /** Whether a record in this state may count. */
    public boolean weighs() {
        return weighs;
    }
}
