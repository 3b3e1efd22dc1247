package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.mapping.Originals;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of mending, in the caller's transaction. */
final class MendingRows {

    private final JdbcClient jdbc;

    MendingRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The highest number of a row. */
    long highest() {
        return jdbc.sql("select coalesce(max(id), 0) from integrations.quarantined_row")
                .query(Long.class)
                .single();
    }

    long count(QuarantineFilter filter, long until) {
        return jdbc.sql("select count(*) from integrations.quarantined_row q" + filter.where() + " and q.id <= :until")
                .params(filter.parameters())
                .param("until", until)
                .query(Long.class)
                .single();
    }

    /** The next rows of a filter, locked where asked for. */
    List<QuarantinedRow> next(QuarantineFilter filter, long last, long until, int limit, boolean locked) {
        return jdbc.sql(Quarantine.ROW + filter.where()
                        + " and q.id > :last and q.id <= :until order by q.id limit :limit"
                        + (locked ? " for update of q" : ""))
                .params(filter.parameters())
                .param("last", last)
                .param("until", until)
                .param("limit", limit)
                .query(QuarantinedRow::of)
                .list();
    }

    /** The next rows of an import, locked. */
    List<Replay.Attempt> changes(long mending, long last, int limit) {
        return jdbc.sql("""
                        select q.*, d.file, c.corrected as sent from integrations.mending_change c
                            join integrations.quarantined_row q on q.id = c.row
                            join integrations.delivery d on d.id = q.delivery
                        where c.mending = :mending and c.row > :last order by c.row limit :limit for update of q""")
                .param("mending", mending)
                .param("last", last)
                .param("limit", limit)
                .query((row, n) -> new Replay.Attempt(QuarantinedRow.of(row, n), Originals.read(row.getString("sent"))))
                .list();
    }

    void change(long mending, Long[] ids, String[] corrected) {
        jdbc.sql("""
                        insert into integrations.mending_change (mending, row, corrected)
                        select :mending, row, cast(corrected as json)
                        from unnest(:ids, :corrected) as change (row, corrected)""")
                .param("mending", mending)
                .param("ids", ids)
                .param("corrected", corrected)
                .update();
    }

    List<QuarantinedRow> of(Long[] ids) {
        return jdbc.sql(Quarantine.ROW + "where q.id = any(:ids)")
                .param("ids", ids)
                .query(QuarantinedRow::of)
                .list();
    }

    void discard(Long[] ids) {
        jdbc.sql("""
                        update integrations.quarantined_row set state = 'discarded', waits_for = null,
                            changed_at = now() where id = any(:ids)""").param("ids", ids).update();
    }

    /** Rows in the order of their feeds, those of one feed together. */
    static List<List<QuarantinedRow>> byFeed(List<QuarantinedRow> rows) {
        return new ArrayList<>(rows.stream()
                .collect(Collectors.groupingBy(QuarantinedRow::feed, TreeMap::new, Collectors.toList()))
                .values());
    }

    long insert(
            MendingJob.Action action,
            QuarantineQuery query,
            @Nullable String rule,
            @Nullable String reason,
            String actor,
            long total,
            long until) {
        return jdbc.sql("""
                        insert into integrations.mending
                            (action, filter, rule, reason, actor, state, total, until_id)
                        values (:action, cast(:filter as json), cast(:rule as json), :reason, :actor, 'open',
                            :total, :until)
                        returning id""")
                .param("action", action.token())
                .param("filter", Originals.write(query.words()))
                .param("rule", rule)
                .param("reason", reason)
                .param("actor", actor)
                .param("total", total)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    void summary(long id, long total, long until, String summary) {
        jdbc.sql("""
                        update integrations.mending set total = :total, until_id = :until,
                            summary = cast(:summary as json)
                        where id = :id""")
                .param("total", total)
                .param("until", until)
                .param("summary", summary)
                .param("id", id)
                .update();
    }

    /** The oldest open job that nobody else is at, locked. */
    Optional<MendingJob> take() {
        return jdbc.sql("""
                        select * from integrations.mending where state = 'open' order by id limit 1
                        for update skip locked""").query(MendingJob::of).optional();
    }

    Optional<MendingJob> find(long id) {
        return jdbc.sql("select * from integrations.mending where id = :id")
                .param("id", id)
                .query(MendingJob::of)
                .optional();
    }

    List<MendingJob> latest(@Nullable Long before, int limit) {
        return jdbc.sql("select * from integrations.mending where id < :before order by id desc limit :limit")
                .param("before", Objects.requireNonNullElse(before, Long.MAX_VALUE))
                .param("limit", limit)
                .query(MendingJob::of)
                .list();
    }

    List<QuarantinedRow> refused(long mending, long after, int limit) {
        return jdbc.sql(Quarantine.ROW + """
                        where q.id in (select row from integrations.mending_row
                            where mending = :mending and outcome = 'refused')
                            and q.id > :after order by q.id limit :limit""")
                .param("mending", mending)
                .param("after", after)
                .param("limit", limit)
                .query(QuarantinedRow::of)
                .list();
    }

    void progress(long id, long last, MendingJob.Counts counts) {
        jdbc.sql("""
                        update integrations.mending set last_id = :last, started_at = coalesce(started_at, now()),
                            seen = seen + :seen, landed = landed + :landed, waiting = waiting + :waiting,
                            refused = refused + :refused, discarded = discarded + :discarded,
                            unchanged = unchanged + :unchanged, settled = settled + :settled
                        where id = :id""")
                .param("last", last)
                .param("seen", counts.seen())
                .param("landed", counts.landed())
                .param("waiting", counts.waiting())
                .param("refused", counts.refused())
                .param("discarded", counts.discarded())
                .param("unchanged", counts.unchanged())
                .param("settled", counts.settled())
                .param("id", id)
                .update();
    }

    /** Ends an open job; false when it is not open. */
    boolean end(long id, MendingJob.State state, @Nullable String endedBy, @Nullable String failure) {
        return jdbc.sql("""
                        update integrations.mending set state = :state, ended_by = :endedBy, failure = :failure,
                            finished_at = now()
                        where id = :id and state = 'open'""")
                        .param("state", state.token())
                        .param("endedBy", endedBy)
                        .param("failure", failure)
                        .param("id", id)
                        .update()
                == 1;
    }
}
