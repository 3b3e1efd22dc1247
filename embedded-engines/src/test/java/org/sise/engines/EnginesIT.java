package org.sise.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.host.EngineException;

class EnginesIT {

    @TempDir
    Path folder;

    @Test
    void while_they_run_others_find_them_and_afterwards_nobody_does() throws Exception {
        assertThat(Engines.running(folder)).isEmpty();
        try (Engines engines = Engines.start(folder)) {
            RunningEngines found = Engines.running(folder).orElseThrow();
            assertThat(found.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(found.boltUri()).isEqualTo(engines.neo4j().boltUri());
            assertThat(found.neo4jPid()).isEqualTo(engines.neo4j().pid());
            assertThat(found.postgresPid()).isEqualTo(engines.postgres().pid());
            try (var connection = DriverManager.getConnection(found.jdbcUrl(), found.user(), "")) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThatThrownBy(() -> Engines.start(folder))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("in use by the running process");
            assertThat(Engines.running(folder)).contains(found);
        }
        assertThat(Engines.running(folder)).isEmpty();
        assertThat(folder.resolve("engines.json")).doesNotExist();
    }

    @Test
    void when_one_does_not_start_the_other_is_stopped_and_the_folder_is_free() throws Exception {
        Path neo4jData = Files.createDirectories(folder.resolve("neo4j/home")).resolve("data");
        Files.writeString(neo4jData, "a file where Neo4j needs a folder");

        assertThatThrownBy(() -> Engines.start(folder))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Neo4j ended");
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();

        Files.delete(neo4jData);
        Engines engines = Engines.start(folder);
        engines.close();
        engines.close();
    }
}
