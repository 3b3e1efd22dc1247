package org.sise.integrations.mending;

/** Thrown where a rule or a job over quarantined rows cannot be taken as asked for: which field, and what to do. */
public final class MendingFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * With a sentence in Chinese and English.
     *
     * @param field what is at fault, by the name that forms and the REST interface give it
     */
    public MendingFault(String field, String zh, String en) {
        super(zh + " / " + en);
        this.field = field;
    }

    /** What is at fault. */
    public String field() {
        return field;
    }

    /** What it says. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
