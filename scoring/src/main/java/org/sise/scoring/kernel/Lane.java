package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some bits of an accumulator, in which one number of a party is added up. */
final class Lane {
    /** What one record gives at most. */
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

    /** A 64-bit accumulator that is being filled. */
    private static final class Room {
        final boolean replaced;
        int used;

        Room(boolean replaced) {
            this.replaced = replaced;
        }
    }

    /**
     * Places the lanes for parties of up to so many records.
     *
     * @return the number of accumulators, always even; lanes that are replaced lie in those of odd number
     */
    static int place(List<Lane> lanes, int records) {
        List<Lane> sorted = new ArrayList<>(lanes);
        sorted.sort(Comparator.comparing((Lane lane) -> !lane.replaced)
                .thenComparing(lane -> lane.bits(records), Comparator.reverseOrder()));
        List<Room> rooms = new ArrayList<>();
        List<Room> of = new ArrayList<>();
        for (Lane lane : sorted) {
            int bits = lane.bits(records);
            Room room = null;
            for (Room one : rooms) {
                if (room == null && one.used + bits <= Long.SIZE && (one.replaced || !lane.replaced)) {
                    room = one;
                }
            }
            if (room == null) {
                room = new Room(lane.replaced);
                rooms.add(room);
            }
            lane.shift = room.used;
            lane.mask = -1L >>> (Long.SIZE - bits);
            room.used += bits;
            of.add(room);
        }
        List<Room> order = order(rooms);
        for (int i = 0; i < sorted.size(); i++) {
            sorted.get(i).at = order.indexOf(of.get(i));
        }
        return Math.max(2, order.size() + (order.size() & 1));
    }

    /** The rooms with replaced lanes at odd places, as far as there are others to stand between them. */
    private static List<Room> order(List<Room> rooms) {
        List<Room> adding = new ArrayList<>();
        List<Room> replaced = new ArrayList<>();
        for (Room room : rooms) {
            (room.replaced ? replaced : adding).add(room);
        }
        List<Room> order = new ArrayList<>();
        while (!adding.isEmpty() || !replaced.isEmpty()) {
            boolean odd = (order.size() & 1) == 1;
            if (odd && !replaced.isEmpty()) {
                order.add(replaced.removeFirst());
            } else if (!adding.isEmpty()) {
                order.add(adding.removeFirst());
            } else {
                order.add(odd ? replaced.removeFirst() : new Room(false));
            }
        }
        return order;
    }
}
