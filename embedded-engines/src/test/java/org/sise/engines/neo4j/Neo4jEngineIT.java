package org.sise.engines.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Value;
import org.sise.engines.HelperJvm;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.Processes;

class Neo4jEngineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void data_survives_a_restart_and_a_second_start_is_refused_without_harm() {
        ProcessHandle process;
        try (Neo4jEngine engine = Neo4jEngine.start(folder)) {
            process = ProcessHandle.of(engine.pid()).orElseThrow();
            ask(engine, "CREATE (b:Business {name: '沈抚示范区'}) RETURN b");
            assertThatThrownBy(() -> Neo4jEngine.start(folder))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("in use by the running process "
                            + ProcessHandle.current().pid());
            assertThat(engine.isRunning()).isTrue();
            assertThat(ask(engine, "MATCH (b:Business) RETURN count(b)").asInt())
                    .isEqualTo(1);
        }
        assertThat(Processes.running(process.pid())).isEmpty();
        try (Neo4jEngine engine = Neo4jEngine.start(folder)) {
            assertThat(ask(engine, "MATCH (b:Business) RETURN b.name").asString())
                    .isEqualTo("沈抚示范区");
        }
    }

    @Test
    void it_ends_with_its_killed_parent_and_a_new_start_has_every_commit() throws Exception {
        long committed;
        ProcessHandle server;
        try (HelperJvm helper = HelperJvm.run(Neo4jHolder.class, folder)) {
            server = ProcessHandle.of(Long.parseLong(helper.await("server"))).orElseThrow();
            helper.await("committed 50");
            committed = Long.parseLong(helper.await("committed"));
            helper.kill();
        }
        try (Neo4jEngine engine = Neo4jEngine.start(folder)) {
            assertThat(Processes.awaitEnd(server, PATIENCE)).isTrue();
            assertThat(ask(engine, "MATCH (c:Committed) RETURN max(c.n)").asLong())
                    .isGreaterThanOrEqualTo(committed);
        }
        assertThat(Files.readString(folder.resolve("neo4j.log"))).contains("shutting down");
    }

    @Test
    void it_ends_with_its_killed_parent_even_when_nobody_starts_anew() throws Exception {
        try (HelperJvm helper = HelperJvm.run(Neo4jHolder.class, folder)) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(helper.await("server"))).orElseThrow();
            helper.kill();
            assertThat(Processes.awaitEnd(server, PATIENCE)).isTrue();
        }
    }

    @Test
    void killed_itself_it_is_seen_as_ended_and_a_new_start_has_every_commit() throws Exception {
        try (Neo4jEngine engine = Neo4jEngine.start(folder)) {
            ask(engine, "UNWIND range(1, 1000) AS n CREATE (c:Committed {n: n}) RETURN count(c)");
            ProcessHandle server = ProcessHandle.of(engine.pid()).orElseThrow();
            server.destroyForcibly();
            assertThat(Processes.awaitEnd(server, PATIENCE)).isTrue();
            assertThat(engine.isRunning()).isFalse();
        }
        try (Neo4jEngine engine = Neo4jEngine.start(folder)) {
            assertThat(ask(engine, "MATCH (c:Committed) RETURN count(c)").asInt())
                    .isEqualTo(1000);
        }
    }

    @Test
    void a_process_that_cannot_start_is_shown_with_the_end_of_its_log() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/data"), "a file where Neo4j needs a folder");

        assertThatThrownBy(() -> Neo4jEngine.start(folder))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ended with status 1")
                .hasMessageContaining(folder.toRealPath().resolve("home/data").toString());
    }

    private static Value ask(Neo4jEngine engine, String cypher) {
        try (var driver = GraphDatabase.driver(engine.boltUri(), AuthTokens.none());
                var session = driver.session()) {
            return session.run(cypher).single().get(0);
        }
    }
}
