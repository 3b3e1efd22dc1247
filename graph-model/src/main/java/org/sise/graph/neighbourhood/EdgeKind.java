package org.sise.graph.neighbourhood;

/** What relates two nodes. */
public enum EdgeKind {
    /** The first holds a share of the second. */
    HOLDS,
    /** The first is the second's legal representative. */
    LEGAL_REPRESENTATIVE
}
