package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some bits of an accumulator, in which one number of a party is held. */
final class Lane {
    /** What one record gives at most; 1 or more. */
    final long most;

    /** Whether a record replaces what was there instead of adding to it. */
    final boolean replaced;

    /** The accumulator. */
    int at;

    int shift;
    long mask;

    Lane(long most, boolean replaced) {
        this.most = most;
        this.replaced = replaced;
    }

    /** The lane's number in an accumulator. */
    long of(long accumulator) {
        return (accumulator >>> shift) & mask;
    }

    private int bits(int records) {
        return Long.SIZE - Long.numberOfLeadingZeros(replaced ? most : most * records);
    }

    /**
     * Places the lanes for parties of up to so many records: those that add up in the first accumulators, those that are
     * replaced in the others.
     *
     * @return the number of accumulators of both sorts
     */
    static int[] place(List<Lane> lanes, int records) {
        int adding = place(lanes, false, records, 0);
        return new int[] {adding, place(lanes, true, records, adding)};
    }

    /** First fit, the widest lanes first. */
    private static int place(List<Lane> lanes, boolean replaced, int records, int first) {
        List<Lane> sorted = new ArrayList<>(
                lanes.stream().filter(lane -> lane.replaced == replaced).toList());
        sorted.sort(Comparator.comparing((Lane lane) -> lane.bits(records), Comparator.reverseOrder()));
        List<Integer> used = new ArrayList<>();
        for (Lane lane : sorted) {
            int bits = lane.bits(records);
            int at = 0;
            while (at < used.size() && used.get(at) + bits > Long.SIZE) {
                at++;
            }
            if (at == used.size()) {
                used.add(0);
            }
            lane.at = first + at;
            lane.shift = used.get(at);
            lane.mask = -1L >>> (Long.SIZE - bits);
            used.set(at, lane.shift + bits);
        }
        return used.size();
    }
}
