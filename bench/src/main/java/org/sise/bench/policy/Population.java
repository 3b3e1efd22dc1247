package org.sise.bench.policy;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Businesses with their records, packed, from a seed: 85 of 100 businesses have 0 to 5 records, the others share the rest
 * unevenly up to some hundreds, and one has a great many. Records lie within five years before the as-of date, some
 * after it; of 100 about 8 are withdrawn, repaired or expired.
 */
final class Population {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    /** States by their number; those from {@link #WEIGHTLESS} on weigh nothing. */
    static final String[] STATES = {"effective", "corrected", "withdrawn", "repaired", "expired"};

    static final int WEIGHTLESS = 2;

    private static final int[] STATE_PER_MILLE = {880, 40, 20, 50, 10};
    private static final int DAYS = 5 * 365;
    private static final int MOST_OF_ONE = 100_000;

    /** Where the records of a business begin; one more entry than businesses. */
    final int[] start;
    /** The day on which a business was registered, as an epoch day. */
    final int[] registered;
    /** The day of a record, as an epoch day. */
    final int[] day;
    /** Kind × 64 + value × 8 + state of a record. */
    final short[] code;

    private Population(int[] start, int[] registered, int[] day, short[] code) {
        this.start = start;
        this.registered = registered;
        this.day = day;
        this.code = code;
    }

    static Population of(int businesses, int records, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] start = starts(businesses, records, random);
        int asOf = Math.toIntExact(AS_OF.toEpochDay());
        int[] registered = new int[businesses];
        for (int b = 0; b < businesses; b++) {
            registered[b] = asOf - random.nextInt(15 * 365);
        }
        short[] codes = codes();
        int[] day = new int[records];
        short[] code = new short[records];
        for (int r = 0; r < records; r++) {
            boolean future = random.nextInt(200) == 0;
            day[r] = future ? asOf + 1 + random.nextInt(90) : asOf - random.nextInt(DAYS);
            code[r] = (short) (codes[random.nextInt(1000)] + state(random.nextInt(1000)));
        }
        return new Population(start, registered, day, code);
    }

    int businesses() {
        return registered.length;
    }

    int records() {
        return day.length;
    }

    static int kind(short code) {
        return code >> 6;
    }

    static int value(short code) {
        return code >> 3 & 7;
    }

    static int state(short code) {
        return code & 7;
    }

    /** So many businesses, evenly spaced; the n-th is business n × {@link #stride} here. */
    Population sample(int size) {
        if (size >= businesses()) {
            return this;
        }
        int stride = stride(size);
        int[] someStart = new int[size + 1];
        int[] someRegistered = new int[size];
        for (int b = 0; b < size; b++) {
            someRegistered[b] = registered[b * stride];
            someStart[b + 1] = someStart[b] + start[b * stride + 1] - start[b * stride];
        }
        int[] someDay = new int[someStart[size]];
        short[] someCode = new short[someStart[size]];
        for (int b = 0; b < size; b++) {
            int length = someStart[b + 1] - someStart[b];
            System.arraycopy(day, start[b * stride], someDay, someStart[b], length);
            System.arraycopy(code, start[b * stride], someCode, someStart[b], length);
        }
        return new Population(someStart, someRegistered, someDay, someCode);
    }

    int stride(int size) {
        return Math.max(1, businesses() / size);
    }

    private static int[] starts(int businesses, int records, SplittableRandom random) {
        int one = Math.min(MOST_OF_ONE, records / 10);
        int[] counts = new int[businesses];
        double[] share = new double[businesses];
        double shares = 0;
        long given = one;
        for (int b = 1; b < businesses; b++) {
            if (random.nextInt(100) < 85) {
                counts[b] = random.nextInt(6);
            } else {
                share[b] = Math.min(40, Math.pow(random.nextDouble(), -0.7));
                shares += share[b];
            }
            given += counts[b];
        }
        double each = Math.max(0, records - given) / shares;
        for (int b = 1; b < businesses; b++) {
            int more = (int) (share[b] * each);
            counts[b] += more;
            given += more;
        }
        counts[0] = one;
        for (int b = 1; given != records; b = b % (businesses - 1) + 1) {
            int step = given < records ? (share[b] > 0 ? 1 : 0) : (counts[b] > 0 ? -1 : 0);
            counts[b] += step;
            given += step;
        }
        int giant = businesses / 2;
        counts[0] = counts[giant];
        counts[giant] = one;
        int[] start = new int[businesses + 1];
        for (int b = 0; b < businesses; b++) {
            start[b + 1] = start[b] + counts[b];
        }
        return start;
    }

    private static short[] codes() {
        short[] codes = new short[1000];
        int at = 0;
        for (int k = 0; k < What.KINDS.size(); k++) {
            What kind = What.KINDS.get(k);
            for (int v = 0; v < kind.values().size(); v++) {
                for (int i = 0; i < kind.perMille().get(v); i++) {
                    codes[at++] = (short) (k << 6 | v << 3);
                }
            }
        }
        if (at != codes.length) {
            throw new IllegalStateException("the kinds are %d of 1000".formatted(at));
        }
        return codes;
    }

    private static int state(int perMille) {
        int state = 0;
        int rest = perMille;
        while (rest >= STATE_PER_MILLE[state]) {
            rest -= STATE_PER_MILLE[state++];
        }
        return state;
    }
}
