package org.sise.engines.host;

/** An engine cannot be started or stopped; the message says why and, where there is one, the remedy. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure that no other exception explains. */
    public EngineException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
