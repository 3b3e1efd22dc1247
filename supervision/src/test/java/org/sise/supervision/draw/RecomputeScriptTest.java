package org.sise.supervision.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the draw against an implementation in another language, {@code src/test/js/recompute.mjs}. */
class RecomputeScriptTest {
    @TempDir
    Path folder;

    @Test
    void theScriptRecomputesTheExample() throws Exception {
        DrawSamples.example(folder);
        assertThat(recompute()).isEqualTo(DrawSamples.resource("transcript.json"));
    }

    @Test
    void theScriptRecomputesFoldersOfThousands() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            var inputs = DrawSamples.random(seed, 4000);
            var published = folder.resolve("draw-" + seed);
            var transcript = Draw.draw(inputs);
            DrawFolder.at(published).publish(inputs, transcript);

            assertThat(new String(recompute(published))).isEqualTo(new String(transcript.toJson()));
            assertThat(DrawVerifier.verify(DrawFolder.at(published)).differences())
                    .isEmpty();
        }
    }

    private byte[] recompute() throws IOException, InterruptedException {
        return recompute(folder);
    }

    private byte[] recompute(Path published) throws IOException, InterruptedException {
        var out = folder.resolve("out.json");
        var errors = folder.resolve("errors.txt");
        Process node;
        try {
            node = new ProcessBuilder("node", "src/test/js/recompute.mjs", published.toString())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "The tests need Node.js 18 or newer: install it, so that `node` is on the PATH", e);
        }
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readAllBytes(out);
    }
}
