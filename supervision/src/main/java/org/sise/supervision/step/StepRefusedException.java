package org.sise.supervision.step;

import org.jspecify.annotations.Nullable;

/** Thrown when a step may not be made: the state does not allow it, or what it needs is missing. Nothing has changed then. */
public final class StepRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    private StepRefusedException(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    /** With a sentence in Chinese and English. */
    public static StepRefusedException because(String message) {
        return new StepRefusedException(null, message);
    }

    /** With the field at fault and a sentence in Chinese and English that says what would be right. */
    public static StepRefusedException of(String field, String message) {
        return new StepRefusedException(field, message);
    }

    /** Since a matter's present state does not lead to the wanted one. */
    public static StepRefusedException state(Stage present, Stage wanted) {
        return new StepRefusedException(
                null,
                "现为“%s”，不能变为“%s” / it is %s and cannot become %s"
                        .formatted(present.zh(), wanted.zh(), present.en(), wanted.en()));
    }

    /** The field at fault, or null where it is none. */
    public @Nullable String field() {
        return field;
    }
}
