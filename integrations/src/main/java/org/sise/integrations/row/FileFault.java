package org.sise.integrations.row;

/** Thrown where a file cannot be used as a whole; the message says why and what to do, in Chinese and English. */
public final class FileFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** With the reason and its detail in both languages. */
    public FileFault(Reason reason, String zh, String en) {
        super(RowFault.message(reason, zh, en));
        this.reason = reason;
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }

    /** What it says. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
