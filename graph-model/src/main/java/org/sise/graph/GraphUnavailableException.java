package org.sise.graph;

import java.util.function.Supplier;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/**
 * Neo4j does not answer. The ledger is untouched and nothing is lost: what was asked can be asked again, and the
 * projection goes on from where it stood.
 */
public final class GraphUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private GraphUnavailableException(String what, Throwable cause) {
        super(
                what + ": Neo4j does not answer (" + cause.getMessage()
                        + "). The ledger is not affected; the graph goes on from where it stood once Neo4j is back.",
                cause);
    }

    /**
     * Does something with Neo4j.
     *
     * @param what names it in the message
     * @throws GraphUnavailableException when Neo4j is down, or goes down meanwhile
     */
    public static <T> T translating(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (ServiceUnavailableException | SessionExpiredException e) {
            throw new GraphUnavailableException(what, e);
        }
    }
}
