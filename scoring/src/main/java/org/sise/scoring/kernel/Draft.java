package org.sise.scoring.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.FixedPoint;

/** The records of the party that is being packed, as they came. */
final class Draft {
    private static final int TIE_SHIFT = 26;
    private static final int DAY_SHIFT = 47;
    private static final int TIE_ZERO = 1_000_000;

    private final RecordClasses classes;
    private int size;
    private long[] day = new long[16];
    private int[] found = new int[16];
    private long[] end = new long[16];
    private int[] furtherAt = new int[16];
    private long[] order = new long[16];
    private @Nullable String[] tail = new String[16];
    private boolean canonical;
    private long[] further = new long[16];
    private int furtherSize;
    private final Map<List<String>, Integer> keys = new HashMap<>();
    private boolean repeated;

    Draft(RecordClasses classes) {
        this.classes = classes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        furtherSize = 0;
        canonical = false;
        repeated = false;
        if (!keys.isEmpty()) {
            keys.clear();
        }
    }

    /**
     * @param since the record's day, counted as {@link Days} does, but of any size below zero
     * @param tail what comes after day and kind in the canonical order of records; null where that never matters
     */
    void add(KindPlan kind, int recordClass, long since, @Nullable String[] values, @Nullable String tail) {
        grow(kind.width());
        day[size] = since;
        found[size] = recordClass;
        end[size] = kind.ends.isEmpty() ? Days.FOREVER : kind.end(0, values);
        furtherAt[size] = furtherSize;
        this.tail[size] = tail;
        canonical |= tail != null;
        for (int e = 1; e < kind.ends.size(); e++) {
            further[furtherSize++] = kind.end(e, values);
        }
        for (int n = 0; n < kind.numbers.size(); n++) {
            further[furtherSize++] = FixedPoint.parse(values[kind.names.indexOf(kind.numbers.get(n))]);
        }
        for (int k = 0; k < kind.keys.size(); k++) {
            further[furtherSize++] = key(kind, k, values);
        }
        size++;
    }

    /** Writes the records by day into the columns from that place on, and says what is special about them. */
    byte pack(int at, int[] word, char[] ends, Longs furthers) {
        boolean odd = false;
        boolean hasEnds = ends.length >= at + size;
        boolean tied = false;
        sort();
        for (int i = 0; i < size; i++) {
            int r = place(order[i]);
            RecordClass of = classes.get(found[r]);
            if (day[r] < 0 || found[r] > RecordClasses.MOST) {
                odd = true;
                word[at + i] = 0;
                furthers.add(found[r]);
                furthers.add(day[r]);
                furthers.add(end[r]);
            } else {
                word[at + i] = (int) day[r] << 16 | found[r];
            }
            if (hasEnds) {
                ends[at + i] = (char) Math.clamp(end[r] - Days.BASE, 0, Days.NEVER);
            }
            int width = of.kind().width();
            for (int f = 0; f < width; f++) {
                furthers.add(further[furtherAt[r] + f]);
            }
            tied |= of.latest() && i > 0 && isTied(of, order[i] >>> DAY_SHIFT, i - 1);
        }
        return (byte)
                ((odd ? Population.ODD : 0) | (repeated ? Population.REPEATED : 0) | (tied ? Population.TIED : 0));
    }

    private boolean isTied(RecordClass of, long day, int from) {
        for (int i = from; i >= 0 && order[i] >>> DAY_SHIFT == day; i--) {
            RecordClass other = classes.get(found[place(order[i])]);
            if (other.latest() && other.kind() == of.kind()) {
                return true;
            }
        }
        return false;
    }

    /** Puts the records in the order of their days, those of one day in that of their ties. */
    private void sort() {
        if (order.length < size) {
            order = new long[day.length];
        }
        boolean early = false;
        for (int r = 0; r < size; r++) {
            long tie = classes.get(found[r]).tie() + (long) TIE_ZERO;
            order[r] = Math.max(day[r], 0) << DAY_SHIFT | tie << TIE_SHIFT | r;
            early |= day[r] < 0;
        }
        if (size > 1) {
            Arrays.sort(order, 0, size);
        }
        if (early || canonical) {
            long[] sorted = Arrays.stream(order, 0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong((Long one) -> day[place(one)])
                            .thenComparing(
                                    one -> tail[place(one)], Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                            .thenComparing(Comparator.naturalOrder()))
                    .mapToLong(Long::longValue)
                    .toArray();
            System.arraycopy(sorted, 0, order, 0, size);
        }
    }

    private static int place(long order) {
        return (int) (order & ((1L << TIE_SHIFT) - 1));
    }

    /** The number of the record's text among those of the party; -1 without a text. */
    private int key(KindPlan kind, int k, @Nullable String[] values) {
        String[] texts = new String[kind.keys.get(k).size() + 2];
        texts[0] = kind.token;
        texts[1] = Integer.toString(k);
        for (int f = 2; f < texts.length; f++) {
            String text = values[kind.names.indexOf(kind.keys.get(k).get(f - 2))];
            if (text == null) {
                return -1;
            }
            texts[f] = text;
        }
        int next = keys.size();
        int number = keys.computeIfAbsent(List.of(texts), ignored -> next);
        repeated |= number < next;
        return number;
    }

    private void grow(int width) {
        if (size == day.length) {
            if (size == 1 << TIE_SHIFT) {
                throw new IllegalStateException("a party has too many records");
            }
            int more = size * 2;
            day = Arrays.copyOf(day, more);
            found = Arrays.copyOf(found, more);
            end = Arrays.copyOf(end, more);
            tail = Arrays.copyOf(tail, more);
            furtherAt = Arrays.copyOf(furtherAt, more);
        }
        if (furtherSize + width > further.length) {
            further = Arrays.copyOf(further, Math.max(furtherSize + width, further.length * 2));
        }
    }
}
