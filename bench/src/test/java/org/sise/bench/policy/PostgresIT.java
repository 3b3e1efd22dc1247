package org.sise.bench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sise.engines.testing.TestEngines;

class PostgresIT {

    @Test
    void postgresql_gives_what_plain_java_gives() throws Exception {
        Population population = Population.of(3_000, 30_000, 7);
        Scheme scheme = Scheme.read();
        try (Threads threads = new Threads(2);
                Engine plain = new Packed(scheme, threads);
                Engine postgres =
                        new Postgres(scheme, TestEngines.freshDatabase().connect())) {
            plain.load(population);
            postgres.load(population);
            assertThat(Checksum.sha256(postgres.colours())).isEqualTo(Checksum.sha256(plain.colours()));
            assertThat(postgres.grade()).isEqualTo(plain.grade());
        }
    }
}
