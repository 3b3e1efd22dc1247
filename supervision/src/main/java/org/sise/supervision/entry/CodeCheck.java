package org.sise.supervision.entry;

/** What came of checking a scanned task code by itself: its form, its signature, its time. */
public sealed interface CodeCheck {

    /** It is signed by us and its time is now. */
    record Good(TaskCode code) implements CodeCheck {}

    /**
     * It is not taken.
     *
     * @param fault why
     */
    record Bad(Failure fault) implements CodeCheck {}

    /** It is signed by us, but its time is not now. */
    record Untimely(TaskCode code, Failure fault) implements CodeCheck {}
}
