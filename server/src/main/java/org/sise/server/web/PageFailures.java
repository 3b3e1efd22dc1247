package org.sise.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sise.server.query.BadParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a page answers when an address holds what cannot be taken. */
@ControllerAdvice(basePackageClasses = PageFailures.class)
final class PageFailures {

    /** The request attribute that tells the error page what to name. */
    static final String DETAIL = "sise.detail";

    @ExceptionHandler(BadParameterException.class)
    void badParameter(BadParameterException cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(cause.field() + ": " + cause.getMessage(), request, response);
    }

    private static void refuse(String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(DETAIL, detail);
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
