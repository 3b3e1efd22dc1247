package org.sise.integrations.notice;

/** Someone who is told of each step of a dispatch once it is done; a test ends the process there. */
@FunctionalInterface
interface DispatchSteps {

    /** Nobody. */
    DispatchSteps NONE = (_, _) -> {};

    /** The steps of a dispatch, in their order. */
    enum Step {
        /** Events have become notices, and the place in the outbox has moved. */
        COLLECTED,
        /** It is decided which notices go together. */
        PARCELLED,
        /** They have arrived, which is not recorded yet. */
        SENT,
        /** That they arrived is recorded. */
        RECORDED
    }

    /** A step is done. */
    void done(String subscriber, Step step);
}
