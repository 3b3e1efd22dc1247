package org.sise.graph.projection;

import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Relational;

/** What takes one difference between ledger and graph away. */
sealed interface Repair {

    /** Makes a business say what the register says. */
    record Register(Registered registered) implements Repair {}

    /** Takes what a business says of the register, and the business itself where nothing is related to it. */
    record Unregister(String code) implements Repair {}

    /** Makes a matter what the ledger says of it. */
    record Relate(Relational statement) implements Repair {}

    /** Removes the relation of a matter. */
    record Unrelate(RelationType type, String matter) implements Repair {}

    /** Removes the mark of a withdrawal. */
    record Unmark(String matter) implements Repair {}

    /** Names a holder after its latest relation, and removes one without relation. */
    record Rename(HolderLabel label, String key) implements Repair {}

    /** Removes a node, with its relations, by Neo4j's own id. */
    record DropNode(String element) implements Repair {}

    /** Removes a relation by Neo4j's own id. */
    record DropRelation(String element) implements Repair {}
}
