package org.sise.server.api;

/** What was asked does not go with the present state. */
final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConflictException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
