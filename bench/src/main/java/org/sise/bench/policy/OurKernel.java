package org.sise.bench.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.kernel.Grades;
import org.sise.scoring.kernel.Kernel;
import org.sise.scoring.kernel.PopulationBuilder;

/** The policy compiled to tables, over its own packed population; with contributions it keeps what each indicator gave. */
final class OurKernel implements Engine {

    private final Kernel kernel;
    private final int threads;
    private final boolean keepsContributions;
    private org.sise.scoring.kernel.@Nullable Population packed;
    private long nanos;

    OurKernel(Scheme scheme, int threads, boolean keepsContributions) {
        this.kernel = Kernel.of(scheme.policy());
        this.threads = threads;
        this.keepsContributions = keepsContributions;
    }

    @Override
    public String name() {
        return keepsContributions ? "ours, kernel with contributions" : "ours, kernel";
    }

    @Override
    public void load(Population population) {
        PopulationBuilder builder = org.sise.scoring.kernel.Population.builder(kernel.policy())
                .expect(population.businesses(), population.records());
        int[] kinds = new int[What.KINDS.size()];
        @Nullable String[][][] texts = new String[kinds.length][][];
        for (int k = 0; k < kinds.length; k++) {
            What what = What.KINDS.get(k);
            kinds[k] = builder.kind(what.kind());
            List<String> fields = builder.fields(kinds[k]);
            texts[k] = new @Nullable String[what.values().size()][fields.size()];
            for (int v = 0; v < texts[k].length; v++) {
                for (int f = 0; f < fields.size(); f++) {
                    texts[k][v][f] = what.fields(v).get(fields.get(f));
                }
            }
        }
        for (int b = 0; b < population.businesses(); b++) {
            builder.begin(Integer.toString(b), null, null, LocalDate.ofEpochDay(population.registered[b]), null);
            for (int r = population.start[b]; r < population.start[b + 1]; r++) {
                short code = population.code[r];
                if (Population.state(code) < Population.WEIGHTLESS) {
                    int kind = Population.kind(code);
                    builder.add(kinds[kind], population.day[r], texts[kind][Population.value(code)]);
                }
            }
            builder.end();
        }
        packed = builder.build();
    }

    @Override
    public byte[] colours() {
        if (packed == null) {
            throw new IllegalStateException("nothing loaded");
        }
        long start = System.nanoTime();
        Grades grades = kernel.grade(packed, Population.AS_OF, threads, keepsContributions);
        nanos = System.nanoTime() - start;
        byte[] colours = new byte[grades.size()];
        for (int b = 0; b < colours.length; b++) {
            colours[b] = (byte) grades.rank(b);
        }
        return colours;
    }

    @Override
    public long grade() {
        return Checksum.sum(colours());
    }

    @Override
    public long ownNanos() {
        return nanos;
    }

    @Override
    public void close() {
        packed = null;
    }
}
