package org.sise.integrations.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowWindowTest {

    @Test
    void theWindowHoldsTheRowsFromTheBoundOnAndNoOthers() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            RowWindow<Integer> window = new RowWindow<>();
            Deque<int[]> model = new ArrayDeque<>();
            int at = 0;
            for (int n = 0; n < 2_000; n++) {
                at += random.nextInt(3) / 2;
                window.add(at, digest(n));
                model.add(new int[] {at, n});
                int bound = at - 7;
                window.dropBefore(bound);
                model.removeIf(row -> row[0] < bound);
            }
            SeenRows seen = SeenRows.of(window.digests());
            assertThat(window.digests()).as("seed " + seed).hasSize(model.size() * SeenRows.WIDTH);
            assertThat(model)
                    .allSatisfy(row -> assertThat(seen.contains(digest(row[1]))).isTrue());
            assertThat(seen.contains(digest(model.getFirst()[1] - 1))).isFalse();
        }
    }

    @Test
    void noRowsHoldNothing() {
        assertThat(SeenRows.of(null).contains(digest(1))).isFalse();
        assertThat(new RowWindow<Integer>().digests()).isEmpty();
    }

    private static byte[] digest(int n) {
        return SeenRows.digest(Integer.toString(n).getBytes(UTF_8));
    }
}
