package org.sise.graph.projection;

import org.sise.ledger.record.Position;

/** Hears how far a projection has come, after each batch that Neo4j has committed. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (_, _) -> {};

    /**
     * A batch is in the graph. An exception thrown here stops the projection; what was committed stays.
     *
     * @param records records taken from the ledger since the call began
     * @param position how far the graph has come
     */
    void reached(long records, Position position);
}
