package org.sise.bench.feed;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.sise.engines.postgres.PostgresEngine;

/**
 * One long file from disk to ledger, and how much of the heap was in use after collections of garbage.
 *
 * @param rows how many penalties
 * @param work a folder for files and PostgreSQL
 */
public record MemoryRun(int rows, Path work) {

    private static final int BUSINESSES = 200_000;
    private static final long STEP = 1_000_000;

    /** Runs and prints. */
    public void run() throws Exception {
        System.out.printf(
                "%n## memory: %,d penalties on %,d businesses, a heap of at most %,d MB%n",
                rows, BUSINESSES, Runtime.getRuntime().maxMemory() >> 20);
        AtomicLong peak = new AtomicLong();
        listen(peak);
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "feed");
        try (PostgresEngine engine = PostgresEngine.start(folder.resolve("postgres"));
                FeedHouse house = new FeedHouse(engine, "memory")) {
            Path register = FeedFiles.register(folder.resolve("register.csv"), BUSINESSES, FeedContest.SEED);
            Path penalties =
                    FeedFiles.penalties(folder.resolve("penalties.csv"), rows, BUSINESSES, 0, FeedContest.SEED);
            System.out.printf("the file has %,d MB%n", Files.size(penalties) >> 20);
            house.land("register", register, _ -> {});
            peak.set(0);
            long[] last = {System.nanoTime(), 0};
            FeedHouse.Run run = house.land("penalties", penalties, landed -> {
                if (landed / STEP > last[1] / STEP || landed == rows) {
                    long now = System.nanoTime();
                    System.out.printf(
                            "%,d rows: %,.0f rows a second since the last line; at most %,d MB in use after a collection%n",
                            landed, (landed - last[1]) * 1e9 / (now - last[0]), peak.getAndSet(0) >> 20);
                    last[0] = now;
                    last[1] = landed;
                }
            });
            System.out.printf(
                    "%,d rows in %,.0f s, %,.0f a second; fresh %,d, the ledger holds %,d penalties%n",
                    run.rows(),
                    run.seconds(),
                    run.rows() / run.seconds(),
                    run.appended().fresh(),
                    house.number("select count(*) from ledger.record where kind = 2"));
        } finally {
            FeedHouse.delete(folder);
        }
    }

    private static void listen(AtomicLong peak) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, _) -> {
                                if (notification.getUserData() instanceof CompositeData data) {
                                    long used =
                                            GarbageCollectionNotificationInfo.from(data)
                                                    .getGcInfo()
                                                    .getMemoryUsageAfterGc()
                                                    .entrySet()
                                                    .stream()
                                                    .filter(pool -> isHeap(pool.getKey()))
                                                    .map(java.util.Map.Entry::getValue)
                                                    .mapToLong(MemoryUsage::getUsed)
                                                    .sum();
                                    peak.accumulateAndGet(used, Math::max);
                                }
                            },
                            null,
                            null);
        }
    }

    private static boolean isHeap(String pool) {
        return pool.startsWith("G1 ") || pool.startsWith("PS ") || pool.contains("Gen") || pool.contains("Eden");
    }
}
