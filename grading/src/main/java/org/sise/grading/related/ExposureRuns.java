package org.sise.grading.related;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.sise.core.grade.Grade;
import org.sise.ledger.record.Position;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When exposures were worked out last, how far, and what they do to the grades. */
public final class ExposureRuns {

    private final JdbcClient jdbc;

    /** On a database whose schema {@code grading} is up to date. */
    public ExposureRuns(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** When the exposures last were those of everything known, or empty before the first time. */
    public Optional<Instant> reachedAt() {
        return jdbc.sql("select reached_at from grading.exposure_place")
                .query((row, _) -> row.getTimestamp("reached_at").toInstant())
                .optional();
    }

    /** The last time that everybody's exposure was worked out. */
    public Optional<ExposureRun> lastOfEverybody() {
        return jdbc.sql("select * from grading.exposure_run where everybody order by id desc limit 1")
                .query((row, _) -> new ExposureRun(
                        row.getObject("as_of", LocalDate.class),
                        row.getBoolean("everybody"),
                        row.getLong("looked"),
                        row.getLong("found"),
                        row.getLong("appended"),
                        row.getLong("withdrawn"),
                        row.getLong("load_ms"),
                        row.getLong("work_ms"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("finished_at").toInstant()))
                .optional();
    }

    /** How many businesses that something comes to stand at which grade with it, by the grade without it. */
    public Map<Grade, Map<Grade, Long>> moves() {
        Map<Grade, Map<Grade, Long>> moves = new EnumMap<>(Grade.class);
        jdbc.sql("select own, colour, count(*) as n from grading.exposed group by own, colour")
                .query(row -> {
                    moves.computeIfAbsent(Grade.values()[row.getInt("own")], _ -> new EnumMap<>(Grade.class))
                            .put(Grade.values()[row.getInt("colour")], row.getLong("n"));
                });
        return moves;
    }

    void append(ExposureRun run) {
        jdbc.sql("""
                        insert into grading.exposure_run (as_of, everybody, looked, found, appended, withdrawn, load_ms,
                            work_ms, started_at, finished_at)
                        values (:asOf, :everybody, :looked, :found, :appended, :withdrawn, :load, :work, :started, :finished)""")
                .param("asOf", run.asOf())
                .param("everybody", run.everybody())
                .param("looked", run.looked())
                .param("found", run.found())
                .param("appended", run.appended())
                .param("withdrawn", run.withdrawn())
                .param("load", run.loadMillis())
                .param("work", run.workMillis())
                .param("started", Timestamp.from(run.startedAt()))
                .param("finished", Timestamp.from(run.finishedAt()))
                .update();
    }

    /** How far the relations have been followed, or empty before the first time. */
    Optional<Position> relations() {
        return jdbc.sql("select relation_xact, relation_id from grading.exposure_place")
                .query((row, _) ->
                        new Position(Long.parseLong(row.getString("relation_xact")), row.getLong("relation_id")))
                .optional();
    }

    void reached(Position relations, Instant at) {
        jdbc.sql("""
                        insert into grading.exposure_place (relation_xact, relation_id, reached_at)
                        values (cast(:xact as xid8), :id, :at)
                        on conflict (only_one) do update set relation_xact = excluded.relation_xact,
                            relation_id = excluded.relation_id, reached_at = excluded.reached_at""")
                .param("xact", Long.toString(relations.xact()))
                .param("id", relations.id())
                .param("at", Timestamp.from(at))
                .update();
    }
}
