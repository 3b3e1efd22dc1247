package org.sise.graph.neighbourhood;

/** What a node of a neighbourhood is. */
public enum NodeKind {
    /** A business, registered or only named by a relation. */
    BUSINESS("Business"),
    /** A natural person, shown by name only. */
    PERSON("Person"),
    /** A body without a credit code. */
    BODY("Body"),
    /** An address at which businesses are registered. */
    ADDRESS("Address"),
    /** A telephone number, which is never shown. */
    PHONE("Phone");

    private final String label;

    NodeKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static NodeKind of(String label) {
        for (NodeKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalStateException("a node of the unknown label " + label);
    }
}
