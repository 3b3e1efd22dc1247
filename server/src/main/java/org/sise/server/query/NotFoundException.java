package org.sise.server.query;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing of that name, or nothing that this account may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was looked for. */
    public NotFoundException(String what) {
        super("没有找到 / not found: " + what);
    }
}
