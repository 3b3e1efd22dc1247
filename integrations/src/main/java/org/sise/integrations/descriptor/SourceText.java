package org.sise.integrations.descriptor;

/** A text that a source sends: as it stands in the descriptor, or a secret. */
public sealed interface SourceText {

    /** As it stands there. */
    record Plain(String text) implements SourceText {}

    /**
     * A secret's value.
     *
     * @param secret the secret
     * @param prefix what is sent before it, such as {@code Bearer} and a space
     */
    record Hidden(Secret secret, String prefix) implements SourceText {}
}
