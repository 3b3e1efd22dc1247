package org.sise.graph.projection;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What stands at the far end of a relation: its label and the property that identifies it. */
enum HolderLabel {
    BUSINESS("Business", "code"),
    PERSON("Person", "key"),
    BODY("Body", "key"),
    ADDRESS("Address", "key"),
    PHONE("Phone", "key");

    /** All of them, as an expression of labels in Cypher. */
    static final String ANY = Arrays.stream(values()).map(HolderLabel::label).collect(Collectors.joining("|"));

    private final String label;
    private final String identity;

    HolderLabel(String label, String identity) {
        this.label = label;
        this.identity = identity;
    }

    String label() {
        return label;
    }

    String identity() {
        return identity;
    }
}
