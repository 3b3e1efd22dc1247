package org.sise.supervision.entry;

/** In which way somebody scanned. */
enum Way {
    /** The officer scanned the business's sign. */
    OFFICER,
    /** The business scanned the visit's code. */
    BUSINESS,
    /** The officer scanned out. */
    OUT,
    /** The officer came in without approval. */
    EMERGENCY
}
