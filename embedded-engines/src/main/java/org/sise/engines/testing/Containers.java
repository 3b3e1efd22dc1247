package org.sise.engines.testing;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Engines in containers, which Testcontainers removes after the JVM. Needs Testcontainers on the class path. */
final class Containers {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String NEO4J_IMAGE = "neo4j:2026.08.1-community";
    private static final int POSTGRES_PORT = 5432;
    private static final int BOLT_PORT = 7687;
    private static final String NAME = "sise";

    private Containers() {}

    static TestServer postgres() {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(POSTGRES_IMAGE))
                .withEnv("POSTGRES_USER", NAME)
                .withEnv("POSTGRES_PASSWORD", NAME)
                .withEnv("POSTGRES_DB", NAME)
                .withExposedPorts(POSTGRES_PORT)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2)
                        .withStartupTimeout(Duration.ofMinutes(2)));
        container.start();
        String url =
                "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(POSTGRES_PORT) + "/" + NAME;
        return new TestServer(url, NAME, NAME, false);
    }

    static TestGraph neo4j() {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(NEO4J_IMAGE))
                .withEnv("NEO4J_AUTH", "none")
                .withExposedPorts(BOLT_PORT)
                .waitingFor(Wait.forLogMessage(".*Started\\..*", 1).withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        return new TestGraph("bolt://" + container.getHost() + ":" + container.getMappedPort(BOLT_PORT), "", "");
    }
}
