package org.sise.scoring.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/**
 * Packs parties one after the other: {@link #begin}, {@link #add} for each of its records in any order, {@link #end}.
 * Parties keep the order in which they come. Not for several threads at once.
 */
public final class PopulationBuilder {
    final List<Policy> policies;
    final RecordClasses classes;
    final Texts industries = new Texts();
    final Texts regions = new Texts();
    final Bytes ids = new Bytes();
    final Longs further = new Longs();
    int parties;
    int[] start = new int[17];
    int[] furtherStart = new int[16];
    int[] idStart = new int[17];
    int[] registered = new int[16];
    int[] industry = new int[16];
    int[] region = new int[16];
    byte[] flags = new byte[16];
    int[] word = new int[64];
    char[] end = new char[64];

    /** The ids of grades and rules that parties have had so far. */
    final Texts names = new Texts();

    int[] previousGrade = {};
    int[] previousRule = {};
    int[] previousSince = {};

    /** Whether some record has an end. */
    final boolean ends;

    /** Whether some policy looks at the grade so far. */
    final boolean steady;

    private final Draft draft;
    private final @Nullable String[] values;
    private boolean begun;

    PopulationBuilder(List<Policy> policies) {
        this.policies = List.copyOf(policies);
        this.classes = new RecordClasses(this.policies);
        this.draft = new Draft(classes);
        int most = 0;
        boolean ends = false;
        for (KindPlan kind : classes.kinds) {
            most = Math.max(most, kind.names.size());
            ends |= !kind.ends.isEmpty();
        }
        this.values = new String[most];
        this.ends = ends;
        this.steady = this.policies.stream()
                .flatMap(policy -> policy.rules().stream())
                .anyMatch(rule -> rule instanceof Rule.Steadiness);
    }

    /** Makes room for so many parties and records; they may become more or fewer. */
    public PopulationBuilder expect(int parties, int records) {
        growParties(parties);
        growRecords(records);
        return this;
    }

    /**
     * Begins a party.
     *
     * @param id any text
     * @param industry code by GB/T 4754, where known
     * @param region code by GB/T 2260, where known
     * @param previous its grade so far, kept where a policy's {@code steadiness} looks at it
     * @throws IllegalStateException if the party before has no end
     */
    public void begin(
            String id,
            @Nullable String industry,
            @Nullable String region,
            @Nullable LocalDate registeredOn,
            @Nullable Previous previous) {
        if (begun) {
            throw new IllegalStateException("the party before " + id + " has no end");
        }
        begun = true;
        growParties(parties + 1);
        ids.add(id.getBytes(StandardCharsets.UTF_8));
        idStart[parties + 1] = ids.size();
        furtherStart[parties] = further.size();
        this.industry[parties] = industries.number(industry);
        this.region[parties] = regions.number(region);
        registered[parties] = registeredOn == null
                ? Population.UNKNOWN
                : Math.clamp(registeredOn.toEpochDay(), Population.UNKNOWN + 1, Integer.MAX_VALUE);
        if (steady) {
            notePrevious(previous);
        }
    }

    /** The number of a kind of record for {@link #add(int, long, String[])}; -1 if no policy looks at it. */
    public int kind(String token) {
        KindPlan kind = classes.kind(token);
        return kind == null ? -1 : kind.index;
    }

    /** The fields of a kind that the policies look at. */
    public List<String> fields(int kind) {
        return classes.kinds.get(kind).names;
    }

    /** Adds a record of the party. */
    public void add(Fact fact) {
        KindPlan plan = classes.kind(fact.kind());
        if (plan == null || !fact.state().weighs()) {
            return;
        }
        for (int f = 0; f < plan.names.size(); f++) {
            values[f] = fact.fields().get(plan.names.get(f));
        }
        String tail =
                plan.canonical ? tail(fact.state(), fact.reference(), new TreeMap<>(fact.fields()).toString()) : null;
        add(plan, fact.date().toEpochDay(), values, tail);
    }

    /**
     * Adds a record of the party.
     *
     * @param reference by which records of one day are told apart where that matters: see {@link #isCanonical}
     * @param fields the text of a field by its name, null where the record has none
     */
    public void add(
            String kind,
            LocalDate date,
            FactState state,
            @Nullable String reference,
            Function<String, @Nullable String> fields) {
        KindPlan plan = classes.kind(kind);
        if (plan == null || !state.weighs()) {
            return;
        }
        for (int f = 0; f < plan.names.size(); f++) {
            values[f] = fields.apply(plan.names.get(f));
        }
        add(plan, date.toEpochDay(), values, plan.canonical ? tail(state, reference, Arrays.toString(values)) : null);
    }

    /**
     * Adds a record in force of the party, the fastest way.
     *
     * @param kind as {@link #kind} says
     * @param fields the texts in the order of {@link #fields}, null where the record has none; not kept
     */
    public void add(int kind, long epochDay, @Nullable String[] fields) {
        KindPlan plan = classes.kinds.get(kind);
        add(plan, epochDay, fields, plan.canonical ? tail(FactState.EFFECTIVE, null, Arrays.toString(fields)) : null);
    }

    /**
     * Whether for records of the kind it can matter which of several of one day and equal points counts: where an
     * indicator that does not count every record also caps groups of them. The interpreter takes the first by reference,
     * state and fields. So does the population of {@link Fact}s; of records by their fields it knows only the fields that
     * the policies look at, so there references should tell them apart.
     */
    public boolean isCanonical(int kind) {
        return classes.kinds.get(kind).canonical;
    }

    /** Adds a party with its records. */
    public PopulationBuilder add(Party party) {
        begin(party.id(), party.industry(), party.region(), party.registeredOn(), party.previous());
        party.facts().forEach(this::add);
        end();
        return this;
    }

    /** Ends the party. */
    public void end() {
        if (!begun) {
            throw new IllegalStateException("no party has begun");
        }
        begun = false;
        int at = start[parties];
        growRecords(at + draft.size());
        flags[parties] = draft.pack(at, word, end, further);
        start[parties + 1] = at + draft.size();
        draft.clear();
        parties++;
    }

    /**
     * The population; the builder may go on afterwards.
     *
     * @throws IllegalStateException if the last party has no end
     */
    public Population build() {
        if (begun) {
            throw new IllegalStateException("the last party has no end");
        }
        return new Population(this);
    }

    private void add(KindPlan kind, long epochDay, @Nullable String[] fields, @Nullable String tail) {
        if (!begun) {
            throw new IllegalStateException("no party has begun");
        }
        if (epochDay - Days.BASE < Days.COUNT) {
            int found = classes.of(kind, fields);
            if (found >= 0) {
                draft.add(kind, found, epochDay - Days.BASE, fields, tail);
            }
        }
    }

    private static String tail(FactState state, @Nullable String reference, String fields) {
        return (reference == null ? "" : reference) + '\0' + state.ordinal() + fields;
    }

    private void notePrevious(@Nullable Previous previous) {
        if (previousGrade.length < registered.length) {
            previousGrade = Arrays.copyOf(previousGrade, registered.length);
            previousRule = Arrays.copyOf(previousRule, registered.length);
            previousSince = Arrays.copyOf(previousSince, registered.length);
        }
        if (previous == null) {
            previousGrade[parties] = 0;
            return;
        }
        previousGrade[parties] = names.number(previous.grade());
        previousRule[parties] = names.number(previous.rule());
        previousSince[parties] = Math.toIntExact(previous.since().toEpochDay());
    }

    private void growParties(int needed) {
        if (needed > registered.length) {
            int size = Math.max(needed, registered.length + (registered.length >> 1));
            start = Arrays.copyOf(start, size + 1);
            furtherStart = Arrays.copyOf(furtherStart, size);
            idStart = Arrays.copyOf(idStart, size + 1);
            registered = Arrays.copyOf(registered, size);
            industry = Arrays.copyOf(industry, size);
            region = Arrays.copyOf(region, size);
            flags = Arrays.copyOf(flags, size);
        }
    }

    private void growRecords(int needed) {
        if (needed > word.length) {
            int size = Math.max(needed, word.length + (word.length >> 1));
            word = Arrays.copyOf(word, size);
            end = ends ? Arrays.copyOf(end, size) : end;
        }
    }
}
