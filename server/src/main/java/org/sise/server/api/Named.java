package org.sise.server.api;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sise.server.query.BadParameterException;

/** Turns what a feature refuses into what the REST interface answers: a named field is a bad request, a state a conflict. */
final class Named {

    private static final Pattern FIELD = Pattern.compile("([a-zA-Z]+): (.*)", Pattern.DOTALL);

    private Named() {}

    static <T> T ask(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            Matcher named = FIELD.matcher(String.valueOf(e.getMessage()));
            throw named.matches()
                    ? new BadParameterException(named.group(1), named.group(2))
                    : new BadParameterException("body", String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }
}
