package org.sise.supervision.correction;

/** Thrown when a correction's present state does not allow what was asked; the message names the state. */
public final class CorrectionStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CorrectionStateException(long id, CorrectionState present, CorrectionState wanted) {
        super("整改 %d 为“%s”，不能变为“%s” / correction %d is %s and cannot become %s"
                .formatted(id, present.zh(), wanted.zh(), id, present.en(), wanted.en()));
    }
}
