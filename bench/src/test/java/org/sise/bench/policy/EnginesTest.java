package org.sise.bench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private static final Population POPULATION = Population.of(3_000, 30_000, 7);
    private final Scheme scheme = Scheme.read();

    @Test
    void a_population_has_exactly_the_records_asked_for_and_all_four_colours() throws Exception {
        assertThat(POPULATION.start[POPULATION.businesses()]).isEqualTo(30_000);
        assertThat(POPULATION.records()).isEqualTo(30_000);
        try (Threads threads = new Threads(2);
                Engine engine = new Packed(scheme, threads)) {
            engine.load(POPULATION);
            Set<Byte> colours = new HashSet<>();
            for (byte colour : engine.colours()) {
                colours.add(colour);
            }
            assertThat(colours).hasSize(4);
        }
    }

    @Test
    void each_engine_gives_what_plain_java_gives() throws Exception {
        try (Threads threads = new Threads(2);
                Engine plain = new Packed(scheme, threads);
                Engine kernel = new OurKernel(scheme, 2, false);
                Engine explained = new OurKernel(scheme, 2, true);
                Engine interpreter = new Interpreter(scheme, threads);
                Engine duckDb = new DuckDb(scheme, 2);
                Engine features = new Drools(scheme, threads, false);
                Engine records = new Drools(scheme, threads, true)) {
            plain.load(POPULATION);
            String expected = Checksum.sha256(plain.colours());
            for (Engine engine : new Engine[] {kernel, explained, interpreter, duckDb, features, records}) {
                engine.load(POPULATION);
                assertThat(Checksum.sha256(engine.colours())).as(engine.name()).isEqualTo(expected);
                assertThat(engine.grade()).as(engine.name()).isEqualTo(plain.grade());
            }
        }
    }
}
