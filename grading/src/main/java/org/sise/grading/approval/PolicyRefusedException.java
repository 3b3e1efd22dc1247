package org.sise.grading.approval;

/** Thrown when a step of a policy's approval is refused; the message says why and what to do, in Chinese and English. */
public final class PolicyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PolicyRefusal refusal;

    public PolicyRefusedException(PolicyRefusal refusal, Object... arguments) {
        super(refusal.message(arguments));
        this.refusal = refusal;
    }

    /** Why. */
    public PolicyRefusal refusal() {
        return refusal;
    }
}
