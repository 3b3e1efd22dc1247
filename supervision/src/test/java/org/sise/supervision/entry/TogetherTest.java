package org.sise.supervision.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void those_who_come_during_a_turn_share_the_next() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<List<Integer>> turns = Collections.synchronizedList(new ArrayList<>());
        Together<Integer, String> together = new Together<>("test", asked -> {
            turns.add(asked);
            begun.countDown();
            awaitUninterruptibly(goOn);
            return asked.stream().map(one -> "answer " + one).toList();
        });
        CompletableFuture<String> first = together.ask(1);
        begun.await();
        List<CompletableFuture<String>> others = List.of(together.ask(2), together.ask(3), together.ask(4));
        goOn.countDown();
        assertThat(Together.await(first)).isEqualTo("answer 1");
        assertThat(others).extracting(Together::await).containsExactly("answer 2", "answer 3", "answer 4");
        assertThat(turns).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void a_turn_that_fails_fails_who_asked_in_it_and_nobody_after() {
        Together<Integer, Integer> together = new Together<>("test", asked -> {
            if (asked.contains(0)) {
                throw new IllegalStateException("away");
            }
            return asked;
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> Together.await(together.ask(0)))
                .withMessage("away");
        assertThat(Together.await(together.ask(1))).isEqualTo(1);
    }

    @Test
    void no_answer_is_older_than_its_question() throws Exception {
        AtomicLong world = new AtomicLong();
        Together<Long, Long> together = new Together<>("test", asked -> {
            long seen = world.get();
            return Collections.nCopies(asked.size(), seen);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                all.add(threads.submit(() -> {
                    long own = world.incrementAndGet();
                    return Together.await(together.ask(own)) >= own;
                }));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
