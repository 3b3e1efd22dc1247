package org.sise.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningEnginesTest {

    private static final long LIVING = ProcessHandle.current().pid();
    private static final long NOBODY = Long.MAX_VALUE / 2;

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read() throws Exception {
        RunningEngines engines = new RunningEngines(
                LIVING, "jdbc:postgresql://127.0.0.1:5432/sise", "sise", LIVING, "bolt://127.0.0.1:7687", LIVING);
        Path file = Files.writeString(folder.resolve("engines.json"), engines.toJson());

        assertThat(RunningEngines.read(file)).contains(engines);
    }

    @Test
    void a_file_left_by_a_killed_process_counts_as_none() throws Exception {
        RunningEngines engines = new RunningEngines(
                NOBODY, "jdbc:postgresql://127.0.0.1:5432/sise", "sise", NOBODY, "bolt://127.0.0.1:7687", NOBODY);
        Path file = Files.writeString(folder.resolve("engines.json"), engines.toJson());

        assertThat(RunningEngines.read(file)).isEmpty();
    }

    @Test
    void no_file_means_none() {
        assertThat(RunningEngines.read(folder.resolve("engines.json"))).isEmpty();
    }
}
