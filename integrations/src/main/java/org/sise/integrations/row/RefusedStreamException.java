package org.sise.integrations.row;

import java.io.IOException;

/** Carries a fault of the file through readers that know only input and output. */
final class RefusedStreamException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;

    RefusedStreamException(FileFault fault) {
        super(fault.message(), fault);
        this.fault = fault;
    }

    FileFault fault() {
        return fault;
    }
}
