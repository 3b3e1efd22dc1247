package org.sise.server.query;

/** A parameter that cannot be taken as it stands: which, and what to do about it. */
public final class BadParameterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * With a sentence in Chinese and English.
     *
     * @param field the parameter
     * @param remedy what is wrong and what would be right
     */
    public BadParameterException(String field, String remedy) {
        super(remedy);
        this.field = field;
    }

    /** The parameter. */
    public String field() {
        return field;
    }
}
