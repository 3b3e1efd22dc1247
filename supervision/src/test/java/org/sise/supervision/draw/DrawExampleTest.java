package org.sise.supervision.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawExampleTest {
    @TempDir
    Path folder;

    @Test
    void theExampleComesOutBitForBit() throws Exception {
        DrawSamples.undrawnExample(folder);

        var run = DrawFolder.at(folder).run();

        assertThat(run.written()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("transcript.json")))
                .isEqualTo(DrawSamples.resource("transcript.json"));
    }

    @Test
    void theExampleIsVerified() throws Exception {
        assertThat(DrawVerifier.verify(DrawFolder.at(DrawSamples.example(folder)))
                        .differences())
                .isEmpty();
    }

    @Test
    void aShuffledObjectsFileGivesTheSameTranscript() throws Exception {
        DrawSamples.undrawnExample(folder);
        var lines = DrawSamples.read(folder, "objects.csv").lines().toList();
        var shuffled = new StringBuilder(lines.getFirst() + "\n");
        lines.subList(1, lines.size()).reversed().forEach(line -> shuffled.append(line + "\n"));
        DrawSamples.write(folder, "objects.csv", shuffled.toString());

        DrawFolder.at(folder).run();

        assertThat(Files.readAllBytes(folder.resolve("transcript.json")))
                .isEqualTo(DrawSamples.resource("transcript.json"));
    }
}
