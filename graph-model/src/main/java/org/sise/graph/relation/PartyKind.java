package org.sise.graph.relation;

/** What stands at an end of a relation. */
public enum PartyKind {
    /** A business, registered or only named by a relation. */
    BUSINESS("business"),
    /** A natural person who is known by more than a name. */
    PERSON("person"),
    /** A natural person of whom only a name is known: the same name elsewhere may be another person. */
    NAMED_PERSON("named-person"),
    /** A body without a credit code. */
    BODY("body"),
    /** A registered address. */
    ADDRESS("address"),
    /** A telephone number. */
    PHONE("phone");

    private final String token;

    PartyKind(String token) {
        this.token = token;
    }

    /** The word for it in rule files and answers. */
    public String token() {
        return token;
    }
}
