package org.sise.scoring.kernel;

/** Goes over the packed records of one party, by day. */
final class Cursor {
    private final Population population;
    private int record;
    private int stop;
    private int furtherNext;
    private final int[] widths;

    /** The class of the current record. */
    int found;

    /** Its day, counted as {@link Days} does, but of any size below zero. */
    long day;

    /** Where its further numbers begin. */
    int further;

    private long end;

    Cursor(Population population) {
        this.population = population;
        this.widths = population.widths;
    }

    Cursor on(int party) {
        record = population.start[party] - 1;
        stop = population.start[party + 1];
        furtherNext = population.furtherStart.length == 0 ? 0 : population.furtherStart[party];
        return this;
    }

    boolean next() {
        if (++record >= stop) {
            return false;
        }
        int word = population.word[record];
        found = word & RecordClasses.MOST;
        if (found == 0) {
            found = (int) population.further[furtherNext];
            day = population.further[furtherNext + 1];
            end = population.further[furtherNext + 2] - Days.BASE;
            furtherNext += 3;
        } else {
            day = word >>> 16;
            char at = population.end.length == 0 ? Days.NEVER : population.end[record];
            end = at == Days.NEVER ? Days.FOREVER : at;
        }
        further = furtherNext;
        furtherNext += widths[found];
        return true;
    }

    /** The first day on which the record no longer weighs, by the kind's end of that place; -1: it has none. */
    long end(int slot) {
        return switch (slot) {
            case -1 -> Days.FOREVER;
            case 0 -> end;
            default -> population.further[further + slot - 1] - Days.BASE;
        };
    }

    long further(int offset) {
        return population.further[further + offset];
    }
}
