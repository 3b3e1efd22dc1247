package org.sise.scoring.policy;

/**
 * Where a number of a policy comes from and how far it can be trusted.
 *
 * @param source a document, a table, or {@code design} where nothing is published
 */
public record Provenance(String source, Confidence confidence) {
    /** How sure the source makes the number. */
    public enum Confidence {
        SOURCE_READ,
        HIGH,
        MEDIUM,
        LOW
    }

    public Provenance {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a source must be named");
        }
    }
}
