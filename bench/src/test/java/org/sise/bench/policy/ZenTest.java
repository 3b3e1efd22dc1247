package org.sise.bench.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ZenTest {

    @Test
    void a_decision_table_in_node_gives_what_plain_java_gives() throws Exception {
        Population population = Population.of(3_000, 30_000, 7);
        Scheme scheme = Scheme.read();
        try (Threads threads = new Threads(2);
                Engine plain = new Packed(scheme, threads);
                Engine zen = zen(scheme)) {
            plain.load(population);
            zen.load(population);
            assertThat(Checksum.sha256(zen.colours())).isEqualTo(Checksum.sha256(plain.colours()));
            assertThat(zen.grade()).isEqualTo(plain.grade());
            assertThat(zen.ownNanos()).isPositive();
        }
    }

    private static Engine zen(Scheme scheme) throws InterruptedException {
        try {
            return new Zen(scheme, Path.of("target", "zen"));
        } catch (IOException e) {
            return abort("zen-engine is not compared: npm or its registry cannot be reached: " + e.getMessage());
        }
    }
}
