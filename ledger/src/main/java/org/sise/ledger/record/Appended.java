package org.sise.ledger.record;

/**
 * What became of appended records.
 *
 * @param fresh matters that the ledger did not know
 * @param same records whose content the ledger holds already as the matter's latest version; not appended
 * @param corrected new versions of known matters
 */
public record Appended(int fresh, int same, int corrected) {

    /** Nothing appended. */
    public static final Appended NONE = new Appended(0, 0, 0);

    /** The sum of both. */
    public Appended plus(Appended other) {
        return new Appended(fresh + other.fresh, same + other.same, corrected + other.corrected);
    }
}
