package org.sise.graph.neighbourhood;

/** What a node of a neighbourhood is. */
public enum NodeKind {
    /** A business, registered or only named by a relation. */
    BUSINESS,
    /** A natural person, shown by name only. */
    PERSON,
    /** A body without a credit code. */
    BODY
}
