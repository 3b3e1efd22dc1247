package org.sise.supervision.discretion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fine stands to the benchmarks of its legal basis.
 *
 * @param verdict the answer
 * @param inside the benchmark inside which it lies, or null
 * @param benchmarks those that were looked at
 */
public record Judgement(Verdict verdict, @Nullable Benchmark inside, List<Benchmark> benchmarks) {
    public Judgement {
        benchmarks = List.copyOf(benchmarks);
    }
}
