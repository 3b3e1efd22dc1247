package org.sise.bench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work on the businesses by several threads, some thousands of businesses at a time. */
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

    int count() {
        return threads;
    }

    void run(int businesses, Work work) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(executor.submit(() -> {
                for (int from = next.getAndAdd(PIECE); from < businesses; from = next.getAndAdd(PIECE)) {
                    work.on(from, Math.min(businesses, from + PIECE));
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
