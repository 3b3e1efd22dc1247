package org.sise.scoring.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;

/**
 * Many parties with their records, packed for some policies: one 32-bit word a record (its day and its class), 16 bits
 * for its end where a policy names one, and whatever further numbers a policy needs. Immutable; may be shared between
 * threads.
 *
 * <p>Records that no policy of the population looks at, that are not in force, or that are dated after 2079-06-05, are
 * left out.
 */
public final class Population {
    /** The registration day of a party for which it is not known. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    /** A party with records that do not fit a word. */
    static final byte ODD = 1;

    /** A party with two records of one group. */
    static final byte REPEATED = 2;

    /** A party with two records of one day of which an indicator counts only one. */
    static final byte TIED = 4;

    final List<Policy> policies;
    final List<@Nullable RecordClass> classes;
    /** By class: how many further numbers a record has. */
    final int[] widths;

    final int parties;

    /** Where each party's records begin, and at the end their number. */
    final int[] start;

    /** Day in the upper, class in the lower 16 bits. */
    final int[] word;

    /** The day on which the record no longer weighs; empty where no record ends. */
    final char[] end;

    /** Further numbers of the records, party by party. */
    final long[] further;

    /** Where each party's further numbers begin; empty where there are none. */
    final int[] furtherStart;

    final int[] registered;
    final byte[] flags;
    final int[] industry;
    final int[] region;
    final List<@Nullable String> industries;
    final List<@Nullable String> regions;

    /** The ids of grades and rules that parties have had so far. */
    final List<@Nullable String> names;

    /** By party the number of a name, 0: none; empty where no policy looks at it. */
    final int[] previousGrade;

    final int[] previousRule;
    final int[] previousSince;
    private final byte[] ids;
    private final int[] idStart;

    Population(PopulationBuilder from) {
        this.policies = from.policies;
        this.classes = from.classes.found();
        this.widths = classes.stream()
                .mapToInt(one -> one == null ? 0 : one.kind().width())
                .toArray();
        this.parties = from.parties;
        this.start = Arrays.copyOf(from.start, parties + 1);
        int records = start[parties];
        this.word = fit(from.word, records);
        this.end = from.ends ? fit(from.end, records) : new char[0];
        this.further = from.further.toArray();
        this.furtherStart = further.length == 0 ? new int[0] : Arrays.copyOf(from.furtherStart, parties);
        this.registered = Arrays.copyOf(from.registered, parties);
        this.flags = Arrays.copyOf(from.flags, parties);
        this.industry = Arrays.copyOf(from.industry, parties);
        this.region = Arrays.copyOf(from.region, parties);
        this.industries = from.industries.texts();
        this.regions = from.regions.texts();
        this.names = from.names.texts();
        int previous = from.steady ? parties : 0;
        this.previousGrade = Arrays.copyOf(from.previousGrade, previous);
        this.previousRule = Arrays.copyOf(from.previousRule, previous);
        this.previousSince = Arrays.copyOf(from.previousSince, previous);
        this.ids = from.ids.toByteArray();
        this.idStart = Arrays.copyOf(from.idStart, parties + 1);
    }

    /** A builder for a population that these policies can grade. */
    public static PopulationBuilder builder(List<Policy> policies) {
        return new PopulationBuilder(policies);
    }

    /** A builder for a population that these policies can grade. */
    public static PopulationBuilder builder(Policy... policies) {
        return new PopulationBuilder(List.of(policies));
    }

    /** The number of parties. */
    public int size() {
        return parties;
    }

    /** The number of packed records. */
    public int records() {
        return start[parties];
    }

    /** The number of a party's packed records. */
    public int records(int party) {
        return start[party + 1] - start[party];
    }

    /** The party's id as it was given. */
    public String id(int party) {
        return new String(ids, idStart[party], idStart[party + 1] - idStart[party], StandardCharsets.UTF_8);
    }

    /** The party's industry; null where not known. */
    public @Nullable String industry(int party) {
        return industries.get(industry[party]);
    }

    /** The party's region; null where not known. */
    public @Nullable String region(int party) {
        return regions.get(region[party]);
    }

    /** The memory that the columns take, in bytes. */
    public long bytes() {
        return 4L * (start.length + word.length + furtherStart.length + registered.length)
                + 4L * (industry.length + region.length + idStart.length)
                + 12L * previousGrade.length
                + 2L * end.length
                + 8L * further.length
                + flags.length
                + ids.length;
    }

    private static int[] fit(int[] array, int length) {
        return array.length == length ? array : Arrays.copyOf(array, length);
    }

    private static char[] fit(char[] array, int length) {
        return array.length == length ? array : Arrays.copyOf(array, length);
    }
}
