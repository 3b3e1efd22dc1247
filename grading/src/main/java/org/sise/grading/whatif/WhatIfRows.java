package org.sise.grading.whatif;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.CopyLine;
import org.sise.ledger.record.Knowledge;
import org.sise.scoring.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of what-ifs. */
final class WhatIfRows {

    /** Whoever holds the lock of a number works on that what-if. */
    private static final int WORK_LOCK = 0x53495749;

    private static final String FILTERED = """
            from grading.what_if_mover m left join ledger.business b on b.code = m.subject
            where m.what_if = :id
                and (cast(:from as smallint) is null or m.from_rank = :from)
                and (cast(:to as smallint) is null or m.to_rank = :to)
                and (cast(:industries as text[]) is null or m.industry like any(:industries))
                and (cast(:regions as text[]) is null or m.region like any(:regions))
            """;

    /** How many businesses of a part go from which rank to which. */
    record Cell(String part, String code, int from, int to, long parties) {}

    /** A mover as it is kept. */
    record Row(
            int seq,
            String subject,
            String name,
            int from,
            int to,
            @Nullable BigDecimal scoreFrom,
            @Nullable BigDecimal scoreTo,
            String industry,
            String region) {}

    /** Which movers are wanted, by rank and pattern. */
    record Filter(@Nullable Integer from, @Nullable Integer to, List<String> industries, List<String> regions) {}

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    WhatIfRows(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    long insert(Policy draft, byte[] file, Policy against, LocalDate asOf, LocalDate againstAsOf, String actor) {
        return jdbc.sql("""
                        insert into grading.what_if
                            (draft_digest, draft_file, against_digest, as_of, against_as_of, asked_by)
                        values (:draft, :file, :against, :asOf, :againstAsOf, :actor) returning id""")
                .param("draft", draft.digest())
                .param("file", file)
                .param("against", against.digest())
                .param("asOf", asOf)
                .param("againstAsOf", againstAsOf)
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    Optional<WhatIfRun> find(long id) {
        return jdbc.sql("select * from grading.what_if where id = :id")
                .param("id", id)
                .query(WhatIfRows::run)
                .optional();
    }

    /** Those of a number smaller than {@code before}, the latest first. */
    List<WhatIfRun> latest(long before, int limit) {
        return jdbc.sql("select * from grading.what_if where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(WhatIfRows::run)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from grading.what_if")
                .query(Long.class)
                .single();
    }

    Optional<byte[]> file(long id) {
        return jdbc.sql("select draft_file from grading.what_if where id = :id and draft_file is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Knowledge knowledge(long id) {
        return jdbc.sql("select known_at, known_snapshot from grading.what_if where id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Knowledge(row.getTimestamp("known_at").toInstant(), row.getString("known_snapshot")))
                .single();
    }

    /** The oldest what-if that is open and that nobody works on; the transaction then works on it. */
    Optional<WhatIfRun> take() {
        List<WhatIfRun> open = jdbc.sql("""
                        select * from grading.what_if
                        where finished_at is null and failed_at is null and draft_file is not null order by id""").query(WhatIfRows::run).list();
        for (WhatIfRun run : open) {
            boolean free = jdbc.sql("select pg_try_advisory_xact_lock(:lock, :id)")
                    .param("lock", WORK_LOCK)
                    .param("id", (int) run.id())
                    .query(Boolean.class)
                    .single();
            if (free) {
                return find(run.id()).filter(now -> now.finishedAt() == null && now.failure() == null);
            }
        }
        return Optional.empty();
    }

    void started(long id, long total) {
        jdbc.sql("update grading.what_if set started_at = clock_timestamp(), done = 0, total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
    }

    void progress(long id, long done) {
        jdbc.sql("update grading.what_if set done = :done, total = greatest(total, :done) where id = :id")
                .param("done", done)
                .param("id", id)
                .update();
    }

    void failed(long id, String failure) {
        jdbc.sql("update grading.what_if set failed_at = clock_timestamp(), failure = :failure where id = :id")
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    void finished(long id, long done, Knowledge known) {
        jdbc.sql("""
                        update grading.what_if set finished_at = clock_timestamp(), done = :done, total = :done,
                            known_at = :knownAt, known_snapshot = :snapshot
                        where id = :id""")
                .param("done", done)
                .param("knownAt", Timestamp.from(known.at()))
                .param("snapshot", known.snapshot())
                .param("id", id)
                .update();
    }

    void cells(long id, List<Cell> cells) {
        CopyLine.copy(
                dataSource,
                "grading.what_if_cell (what_if, part, code, from_rank, to_rank, parties)",
                cells,
                (cell, line) -> line.add(id)
                        .add(cell.part())
                        .add(cell.code())
                        .add(cell.from())
                        .add(cell.to())
                        .add(cell.parties()));
    }

    List<Cell> cells(long id) {
        return jdbc.sql("select * from grading.what_if_cell where what_if = :id order by part, code")
                .param("id", id)
                .query((row, _) -> new Cell(
                        row.getString("part"),
                        row.getString("code"),
                        row.getInt("from_rank"),
                        row.getInt("to_rank"),
                        row.getLong("parties")))
                .list();
    }

    void movers(long id, List<Row> movers) {
        CopyLine.copy(
                dataSource,
                "grading.what_if_mover"
                        + " (what_if, seq, subject, from_rank, to_rank, score_from, score_to, industry, region)",
                movers,
                (mover, line) -> line.add(id)
                        .add(mover.seq())
                        .add(mover.subject())
                        .add(mover.from())
                        .add(mover.to())
                        .add(mover.scoreFrom())
                        .add(mover.scoreTo())
                        .add(mover.industry())
                        .add(mover.region()));
    }

    List<Row> movers(long id, Filter filter, int after, int limit) {
        return bind(
                        jdbc.sql("select m.*, coalesce(b.name, '') as name " + FILTERED
                                + " and m.seq > :after order by m.seq limit :limit"),
                        id,
                        filter)
                .param("after", after)
                .param("limit", limit)
                .query(WhatIfRows::mover)
                .list();
    }

    Optional<Row> mover(long id, String subject) {
        return jdbc.sql("""
                        select m.*, coalesce(b.name, '') as name
                        from grading.what_if_mover m left join ledger.business b on b.code = m.subject
                        where m.what_if = :id and m.subject = :subject""")
                .param("id", id)
                .param("subject", subject)
                .query(WhatIfRows::mover)
                .optional();
    }

    long count(long id, Filter filter) {
        return bind(jdbc.sql("select count(*) " + FILTERED), id, filter)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, long id, Filter filter) {
        return statement
                .param("id", id)
                .param("from", filter.from())
                .param("to", filter.to())
                .param("industries", patterns(filter.industries()))
                .param("regions", patterns(filter.regions()));
    }

    private static String @Nullable [] patterns(List<String> prefixes) {
        return prefixes.isEmpty()
                ? null
                : prefixes.stream().map(prefix -> prefix + "%").toArray(String[]::new);
    }

    private static Row mover(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getInt("seq"),
                row.getString("subject"),
                row.getString("name"),
                row.getInt("from_rank"),
                row.getInt("to_rank"),
                row.getBigDecimal("score_from"),
                row.getBigDecimal("score_to"),
                row.getString("industry"),
                row.getString("region"));
    }

    private static WhatIfRun run(ResultSet row, int n) throws SQLException {
        return new WhatIfRun(
                row.getLong("id"),
                row.getString("draft_digest"),
                row.getString("against_digest"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("against_as_of", LocalDate.class),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("done"),
                row.getLong("total"),
                instant(row, "known_at"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
