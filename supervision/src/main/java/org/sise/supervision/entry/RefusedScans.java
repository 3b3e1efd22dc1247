package org.sise.supervision.entry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps refused scans with their reasons. Those that come at the same time are kept by one statement, so that a rush of them
 * costs few writes; each caller goes on when its own is kept. Thread-safe, outside of transactions.
 */
final class RefusedScans {

    /** Scans of one statement, at most. */
    private static final int MOST = 500;

    private static final String KEEP = """
        insert into supervision.entry_scan
            (at, device_at, way, business, visit, certificate, code_digest, admitted, failures, reason)
        select at, device_at, way, business, visit, certificate, code, false, string_to_array(failures, ','), reason
        from unnest(:at, :deviceAt, :way, :business, :visit, :certificate, :code, :failures, :reason)
            as s (at, device_at, way, business, visit, certificate, code, failures, reason)\
        """;

    private final JdbcClient jdbc;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /** How many are to be kept. Below zero for a moment, while one is kept before its caller has counted it. */
    private final AtomicInteger waiting = new AtomicInteger();

    private record Waiting(EntryScans.Scan scan, EntryAnswer answer, String reason, CompletableFuture<Void> kept) {}

    RefusedScans(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Keeps a scan.
     *
     * @param reason what the officer stated, may be empty
     * @throws RuntimeException of the database, when nothing was kept
     */
    void keep(EntryScans.Scan scan, EntryAnswer answer, String reason) {
        Waiting own = new Waiting(scan, answer, reason, new CompletableFuture<>());
        queue.add(own);
        if (waiting.getAndIncrement() == 0) {
            Thread.ofVirtual().name("refused-scans").start(this::keepAll);
        }
        try {
            own.kept().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** One thread at a time, as long as there is something to keep. */
    private void keepAll() {
        int done;
        do {
            List<Waiting> next = next();
            keep(next);
            done = next.size();
        } while (waiting.addAndGet(-done) > 0);
    }

    private List<Waiting> next() {
        List<Waiting> next = new ArrayList<>();
        while (next.size() < MOST) {
            Waiting one = queue.poll();
            if (one == null) {
                break;
            }
            next.add(one);
        }
        return next;
    }

    private void keep(List<Waiting> scans) {
        try {
            insert(scans);
            scans.forEach(one -> one.kept().complete(null));
        } catch (RuntimeException | Error e) {
            scans.forEach(one -> one.kept().completeExceptionally(e));
        }
    }

    private void insert(List<Waiting> scans) {
        jdbc.sql(KEEP)
                .param("at", column(scans, scan -> Timestamp.from(scan.scan().at()), Timestamp[]::new))
                .param("deviceAt", column(scans, scan -> timestamp(scan.scan().deviceAt()), Timestamp[]::new))
                .param("way", column(scans, scan -> scan.scan().way().name(), String[]::new))
                .param("business", column(scans, scan -> scan.scan().business(), String[]::new))
                .param("visit", column(scans, scan -> scan.answer().visit(), Long[]::new))
                .param("certificate", column(scans, scan -> scan.scan().certificate(), String[]::new))
                .param("code", column(scans, scan -> scan.scan().codeDigest(), byte[][]::new))
                .param("failures", column(scans, scan -> failures(scan.answer()), String[]::new))
                .param("reason", column(scans, Waiting::reason, String[]::new))
                .update();
    }

    private static String failures(EntryAnswer answer) {
        return answer.conditions().stream().map(Enum::name).distinct().collect(Collectors.joining(","));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static <T> @Nullable T[] column(
            List<Waiting> scans, Function<Waiting, @Nullable T> part, IntFunction<@Nullable T[]> array) {
        return scans.stream().map(part).toArray(array);
    }
}
