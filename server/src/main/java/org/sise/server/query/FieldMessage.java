package org.sise.server.query;

/** Reads messages such as {@code items: at least one item is needed}, by which supervision names the field at fault. */
public final class FieldMessage {

    private static final String FIELD = "[a-zA-Z]+";

    private FieldMessage() {}

    /** The same message as one about its field; {@code request} where it names none. */
    public static BadParameterException of(IllegalArgumentException cause) {
        String message = String.valueOf(cause.getMessage());
        int colon = message.indexOf(": ");
        boolean named = colon > 0 && message.substring(0, colon).matches(FIELD);
        return new BadParameterException(
                named ? message.substring(0, colon) : "request", named ? message.substring(colon + 2) : message);
    }
}
