package org.sise.grading.whatif;

/** Thrown when a what-if cannot be made of what was given; the message says why, in Chinese and English. */
public final class WhatIfRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    WhatIfRefusedException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What was given wrongly. */
    public String field() {
        return field;
    }
}
