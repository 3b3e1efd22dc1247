package org.sise.graph.projection;

/** The types of relations, named as in Neo4j. */
enum RelationType {
    HOLDS,
    LEGAL_REPRESENTATIVE
}
