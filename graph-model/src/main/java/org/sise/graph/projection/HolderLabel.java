package org.sise.graph.projection;

/** What stands at the far end of a relation: its label and the property that identifies it. */
enum HolderLabel {
    BUSINESS("Business", "code"),
    PERSON("Person", "key"),
    BODY("Body", "key");

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
