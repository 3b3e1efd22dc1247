package org.sise.ledger.record;

/**
 * A place in the order in which transactions settled: everything at or before it has been seen, and nothing can appear
 * before it any more.
 *
 * @param xact a transaction's number
 * @param id a row's number
 */
public record Position(long xact, long id) implements Comparable<Position> {

    /** Before everything. */
    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        int byXact = Long.compare(xact, other.xact);
        return byXact != 0 ? byXact : Long.compare(id, other.id);
    }
}
