package org.sise.supervision.entry;

import static org.sise.supervision.entry.Columns.column;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps refused scans with their reasons. Those that come at the same time are kept by one statement, so that a rush of them
 * costs few writes. Thread-safe, outside of transactions.
 */
final class RefusedScans {

    private static final String KEEP = """
        insert into supervision.entry_scan
            (at, device_at, way, business, visit, certificate, code_digest, admitted, failures, reason)
        select at, device_at, way, business, visit, certificate, code, false, string_to_array(failures, ','), reason
        from unnest(:at, :deviceAt, :way, :business, :visit, :certificate, :code, :failures, :reason)
            as s (at, device_at, way, business, visit, certificate, code, failures, reason)\
        """;

    private final JdbcClient jdbc;
    private final Together<Refusal, EntryAnswer> together = new Together<>("refused-scans", this::keep);

    private record Refusal(EntryScans.Scan scan, EntryAnswer answer, String reason) {}

    RefusedScans(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The answer, when its scan has been kept.
     *
     * @param reason what the officer stated, may be empty
     */
    CompletableFuture<EntryAnswer> keep(EntryScans.Scan scan, EntryAnswer answer, String reason) {
        return together.ask(new Refusal(scan, answer, reason));
    }

    private List<EntryAnswer> keep(List<Refusal> refusals) {
        jdbc.sql(KEEP)
                .param("at", column(refusals, one -> Timestamp.from(one.scan().at()), Timestamp[]::new))
                .param("deviceAt", column(refusals, one -> timestamp(one.scan().deviceAt()), Timestamp[]::new))
                .param("way", column(refusals, one -> one.scan().way().name(), String[]::new))
                .param("business", column(refusals, one -> one.scan().business(), String[]::new))
                .param("visit", column(refusals, RefusedScans::visit, Long[]::new))
                .param("certificate", column(refusals, one -> one.scan().certificate(), String[]::new))
                .param("code", column(refusals, one -> one.scan().codeDigest(), byte[][]::new))
                .param("failures", column(refusals, one -> failures(one.answer()), String[]::new))
                .param("reason", column(refusals, Refusal::reason, String[]::new))
                .update();
        return refusals.stream().map(Refusal::answer).toList();
    }

    private static @Nullable Long visit(Refusal refusal) {
        VisitAtDoor visit = refusal.answer().visit();
        return visit == null ? null : visit.id();
    }

    private static String failures(EntryAnswer answer) {
        return answer.conditions().stream().map(Enum::name).distinct().collect(Collectors.joining(","));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
