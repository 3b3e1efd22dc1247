package org.sise.bench.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;

/** The readable interpreter of the policy, over parties with their facts; every reason is worked out with the grade. */
final class Interpreter implements Engine {

    private static final FactState[] STATES = {
        FactState.EFFECTIVE, FactState.CORRECTED, FactState.WITHDRAWN, FactState.REPAIRED, FactState.EXPIRED
    };

    private final Grader grader;
    private final Threads threads;
    private Party[] parties = {};
    private long nanos;

    Interpreter(Scheme scheme, Threads threads) {
        this.grader = Grader.of(scheme.policy());
        this.threads = threads;
    }

    @Override
    public String name() {
        return "ours, interpreter";
    }

    @Override
    public void load(Population population) {
        parties = new Party[population.businesses()];
        for (int b = 0; b < parties.length; b++) {
            List<Fact> facts = new ArrayList<>(population.start[b + 1] - population.start[b]);
            for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                short code = population.code[r];
                What what = What.KINDS.get(Population.kind(code));
                Map<String, String> fields = what.fields(Population.value(code));
                facts.add(new Fact(
                        what.kind(),
                        LocalDate.ofEpochDay(population.day[r]),
                        STATES[Population.state(code)],
                        Integer.toString(r),
                        fields));
            }
            parties[b] =
                    new Party(Integer.toString(b), null, null, LocalDate.ofEpochDay(population.registered[b]), facts);
        }
    }

    @Override
    public byte[] colours() throws InterruptedException, ExecutionException {
        byte[] colours = new byte[parties.length];
        threads.run(parties.length, (from, to) -> {
            for (int b = from; b < to; b++) {
                switch (grader.grade(parties[b], Population.AS_OF)) {
                    case Graded.NotApplicable _ -> throw new IllegalStateException("the policy has no scope");
                    case Graded.Result result ->
                        colours[b] = (byte) grader.policy().grades().indexOf(result.grade());
                }
            }
        });
        return colours;
    }

    @Override
    public long grade() throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        byte[] colours = colours();
        nanos = System.nanoTime() - start;
        return Checksum.sum(colours);
    }

    @Override
    public long ownNanos() {
        return nanos;
    }

    @Override
    public void close() {
        parties = new Party[0];
    }
}
