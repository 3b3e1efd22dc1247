package org.sise.scoring.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;

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
    final boolean ends;
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
     * @throws IllegalStateException if the party before has no end
     */
    public void begin(String id, @Nullable String industry, @Nullable String region, @Nullable LocalDate registeredOn) {
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
                : (int) Math.clamp(registeredOn.toEpochDay(), Population.UNKNOWN + 1, Integer.MAX_VALUE);
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
        Map<String, String> fields = fact.fields();
        add(fact.kind(), fact.date(), fact.state(), fact.reference(), fields::get);
    }

    /**
     * Adds a record of the party.
     *
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
        add(plan, date.toEpochDay(), values);
    }

    /**
     * Adds a record in force of the party.
     *
     * @param kind as {@link #kind} says
     * @param fields the texts in the order of {@link #fields}, null where the record has none; not kept
     */
    public void add(int kind, long epochDay, @Nullable String[] fields) {
        add(classes.kinds.get(kind), epochDay, fields);
    }

    /** Adds a party with its records. */
    public PopulationBuilder add(Party party) {
        begin(party.id(), party.industry(), party.region(), party.registeredOn());
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

    private void add(KindPlan kind, long epochDay, @Nullable String[] fields) {
        if (!begun) {
            throw new IllegalStateException("no party has begun");
        }
        if (epochDay - Days.BASE < Days.COUNT) {
            int found = classes.of(kind, fields);
            if (found >= 0) {
                draft.add(kind, found, epochDay - Days.BASE, fields);
            }
        }
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
