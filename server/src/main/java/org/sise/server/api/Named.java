package org.sise.server.api;

import java.util.function.Supplier;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.FieldMessage;

/** Turns what a feature refuses into what the REST interface answers: a named field is a bad request, a state a conflict. */
final class Named {

    private Named() {}

    static <T> T ask(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }
}
