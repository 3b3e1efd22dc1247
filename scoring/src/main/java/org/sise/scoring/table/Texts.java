package org.sise.scoring.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts in UTF-8, each kept once and known by a number from 0. The bytes lie in pieces of 4 MiB, each text behind its
 * length; a text's place is counted in words of four bytes, which reaches 16 GiB.
 */
final class Texts {
    /** The longest text that can be kept, in bytes. */
    static final int LONGEST = 1 << 20;

    private static final int PIECE = 1 << 22;
    private static final int WORDS = PIECE >> 2;
    private static final int CACHED = 1 << 12;

    private final List<byte[]> pieces = new ArrayList<>();
    private final Ints places = new Ints();
    private final String[] cache = new String[CACHED];
    private byte[] last = new byte[0];
    private int used = PIECE;
    private int[] slots = new int[256];
    private int[] hashes = new int[256];

    int size() {
        return places.size();
    }

    /** The number of the text that stands in these bytes, which is kept if it is new. */
    int add(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = slot(hash, bytes, from, to);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int number = places.size();
        places.add(keep(bytes, from, to));
        slots[slot] = number + 1;
        hashes[slot] = hash;
        if (places.size() * 2 > slots.length) {
            grow();
        }
        return number;
    }

    int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    /** Keeps a text without looking whether it is kept already; it cannot be found by its bytes. */
    int append(byte[] bytes, int from, int to) {
        places.add(keep(bytes, from, to));
        return places.size() - 1;
    }

    /** The number of the text that stands in these bytes, or -1 if it is not kept. */
    int find(byte[] bytes, int from, int to) {
        return slots[slot(hash(bytes, from, to), bytes, from, to)] - 1;
    }

    /** The number of a text, or -1 if it is not kept. */
    int find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /** The text of a number. May be called by several threads once nothing is added any more. */
    String text(int number) {
        if (number >= CACHED) {
            return decode(number);
        }
        String text = cache[number];
        if (text == null) {
            text = decode(number);
            cache[number] = text;
        }
        return text;
    }

    /** The order of two texts by their bytes, unsigned, as {@code LC_ALL=C sort} has it. */
    int compare(int a, int b) {
        int placeA = places.get(a);
        int placeB = places.get(b);
        byte[] piecesA = piece(placeA);
        byte[] piecesB = piece(placeB);
        int fromA = start(placeA);
        int fromB = start(placeB);
        return Arrays.compareUnsigned(
                piecesA, fromA, fromA + length(piecesA, fromA), piecesB, fromB, fromB + length(piecesB, fromB));
    }

    private String decode(int number) {
        int place = places.get(number);
        byte[] piece = piece(place);
        int from = start(place);
        return new String(piece, from, length(piece, from), StandardCharsets.UTF_8);
    }

    private int keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (used + 4 + length > PIECE) {
            last = new byte[PIECE];
            pieces.add(last);
            used = 0;
        }
        int place = (pieces.size() - 1) * WORDS + (used >> 2);
        last[used] = (byte) (length >>> 24);
        last[used + 1] = (byte) (length >>> 16);
        last[used + 2] = (byte) (length >>> 8);
        last[used + 3] = (byte) length;
        System.arraycopy(bytes, from, last, used + 4, length);
        used = (used + 4 + length + 3) & ~3;
        return place;
    }

    private int slot(int hash, byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if (hashes[slot] == hash && isAt(places.get(slots[slot] - 1), bytes, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int place, byte[] bytes, int from, int to) {
        byte[] piece = piece(place);
        int start = start(place);
        return Arrays.equals(piece, start, start + length(piece, start), bytes, from, to);
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldHashes = hashes;
        int mask = oldSlots.length * 2 - 1;
        slots = new int[mask + 1];
        hashes = new int[mask + 1];
        for (int old = 0; old < oldSlots.length; old++) {
            if (oldSlots[old] != 0) {
                int slot = oldHashes[old] & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = oldSlots[old];
                hashes[slot] = oldHashes[old];
            }
        }
    }

    private byte[] piece(int place) {
        return pieces.get(Integer.divideUnsigned(place, WORDS));
    }

    private static int start(int place) {
        return (Integer.remainderUnsigned(place, WORDS) << 2) + 4;
    }

    private static int length(byte[] piece, int start) {
        return (piece[start - 4] & 0xff) << 24
                | (piece[start - 3] & 0xff) << 16
                | (piece[start - 2] & 0xff) << 8
                | piece[start - 1] & 0xff;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
