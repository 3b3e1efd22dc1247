package org.sise.engines.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.HelperJvm;
import org.sise.engines.host.FolderLock;
import org.sise.engines.host.Processes;
import org.sise.engines.postgres.PostgresEngine;

class LeftOversIT {

    private static final FileTime AN_HOUR_AGO = FileTime.from(Instant.now().minusSeconds(3600));

    @TempDir
    Path folder;

    @Test
    void what_a_killed_test_jvm_left_is_stopped_and_removed() throws Exception {
        Path left = Files.createDirectory(folder.resolve("jvm-1"));
        long server;
        try (HelperJvm helper = HelperJvm.run(Holder.class, left)) {
            server = Long.parseLong(helper.await("server"));
            helper.kill();
        }
        assertThat(Processes.running(server)).isPresent();
        Files.setLastModifiedTime(left, AN_HOUR_AGO);

        EmbeddedTestEngines.removeLeftOvers(folder);

        assertThat(Processes.running(server)).isEmpty();
        assertThat(left).doesNotExist();
    }

    @Test
    void what_a_living_test_jvm_uses_or_has_just_made_stays() throws Exception {
        Path young = Files.createDirectory(folder.resolve("jvm-young"));
        Path used = Files.createDirectory(folder.resolve("jvm-used"));
        try (FolderLock ignored = FolderLock.take(used)) {
            Files.setLastModifiedTime(used, AN_HOUR_AGO);
            EmbeddedTestEngines.removeLeftOvers(folder);
        }
        assertThat(young).exists();
        assertThat(used).exists();
    }

    /** A program that starts PostgreSQL as a test JVM does, and waits to be killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            FolderLock lock = FolderLock.take(Path.of(args[0]));
            PostgresEngine engine = PostgresEngine.start(Path.of(args[0], "postgres"));
            System.out.println("server " + engine.pid());
            System.in.read();
            engine.close();
            lock.close();
        }
    }
}
