package org.sise.bench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Work by several threads, piece by piece. */
final class Threads implements AutoCloseable {

    /** Work on the businesses from one number up to, not including, another. */
    interface Work {
        void on(int from, int to);
    }

    private static final int PIECE = 4096;

    private final int threads;
    private final ExecutorService executor;

    Threads(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    /** Work on some thousands of businesses at a time. */
    void run(int businesses, Work work) throws InterruptedException, ExecutionException {
        each(
                (businesses + PIECE - 1) / PIECE,
                piece -> work.on(piece * PIECE, Math.min(businesses, (piece + 1) * PIECE)));
    }

    /** Work on the pieces from 0 up to, not including, their number. */
    void each(int pieces, IntConsumer work) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(executor.submit(() -> {
                for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                    work.accept(piece);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
