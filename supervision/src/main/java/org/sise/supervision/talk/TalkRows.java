package org.sise.supervision.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of talks, and whom the ledger suggests to talk with. */
final class TalkRows {

    private static final String WHERE = """
             where (cast(:kind as text) is null or kind = :kind)
                and (cast(:state as text) is null or state = :state)
                and (cast(:business as text) is null or business = :business)
                and (cast(:due as date) is null or state = 'HELD' and follow_up_due <= :due)""";

    private static final String NOT_TALKED = """
             and not exists (select from supervision.talk t where t.business = %s and t.kind = :kind
                and t.state <> 'CANCELLED' and t.proposed_at >= :again)""";

    private final JdbcClient jdbc;

    TalkRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Inserts a proposal; empty where the business has an open talk of the kind. */
    Optional<Long> insert(TalkDraft draft, Instant at, String actor) {
        return jdbc.sql("""
                        insert into supervision.talk (kind, business, department, reason, record, state, proposed_by,
                            proposed_at)
                        values (:kind, :business, :department, :reason, :record, 'PROPOSED', :actor, :at)
                        on conflict do nothing returning id""")
                .param("kind", draft.kind().name())
                .param("business", draft.business().value())
                .param("department", draft.department())
                .param("reason", draft.reason())
                .param("record", draft.record())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Talk> find(long id, boolean lock) {
        return jdbc.sql("select * from supervision.talk where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(TalkRows::talk)
                .optional();
    }

    void state(long id, TalkState state) {
        jdbc.sql("update supervision.talk set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void appointed(long id, Instant at, String place) {
        jdbc.sql("update supervision.talk set at = :at, place = :place where id = :id")
                .param("at", Timestamp.from(at))
                .param("place", place)
                .param("id", id)
                .update();
    }

    void held(long id, LocalDate on, String attended, String minutes, LocalDate due) {
        jdbc.sql("""
                        update supervision.talk set held_on = :on, attended = :attended, minutes = :minutes,
                            follow_up_due = :due
                        where id = :id""")
                .param("on", on)
                .param("attended", attended)
                .param("minutes", minutes)
                .param("due", due)
                .param("id", id)
                .update();
    }

    void followed(long id, String outcome) {
        jdbc.sql("update supervision.talk set outcome = :outcome where id = :id")
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    /** Businesses whose only penalty since a day is a minor one of late, by credit code. */
    List<SuggestedTalk> firstMinor(LocalDate since, LocalDate first, Instant again, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select r.subject, r.id, r.event_date from ledger.record r
                        where r.kind = :penalty and r.severity = 'minor' and r.state in ('effective', 'corrected')
                            and r.event_date >= :since and (cast(:after as text) is null or r.subject > :after)
                            and not exists (select from ledger.record later where later.kind = r.kind
                                and later.record_key = r.record_key and later.version > r.version)
                            and not exists (select from ledger.record other where other.kind = r.kind
                                and other.subject = r.subject and other.record_key <> r.record_key
                                and other.event_date >= :first)""" + NOT_TALKED.formatted("r.subject") + """
                         order by r.subject limit :limit""")
                .param("penalty", RecordKind.PENALTY.number())
                .param("since", since)
                .param("first", first)
                .param("kind", TalkKind.EDUCATIONAL.name())
                .param("again", Timestamp.from(again))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new SuggestedTalk(
                        TalkKind.EDUCATIONAL,
                        row.getString("subject"),
                        row.getLong("id"),
                        row.getObject("event_date", LocalDate.class)))
                .list();
    }

    /** Businesses of the worst colour, by credit code. */
    List<SuggestedTalk> risky(Instant again, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select s.subject from ledger.standing s
                        where s.colour = :red and (cast(:after as text) is null or s.subject > :after)""" + NOT_TALKED.formatted("s.subject") + """
                         order by s.subject limit :limit""")
                .param("red", Grade.RED.ordinal())
                .param("kind", TalkKind.CONSULTATIVE.name())
                .param("again", Timestamp.from(again))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new SuggestedTalk(TalkKind.CONSULTATIVE, row.getString("subject"), null, null))
                .list();
    }

    List<Talk> page(TalkFilter filter, @Nullable Long before, int limit) {
        return filtered(
                        "select * from supervision.talk " + WHERE
                                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit",
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(TalkRows::talk)
                .list();
    }

    long count(TalkFilter filter) {
        return filtered("select count(*) from supervision.talk " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, TalkFilter filter) {
        return jdbc.sql(sql)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("business", filter.business())
                .param("due", filter.followUpBy());
    }

    private static Talk talk(ResultSet row, int n) throws SQLException {
        long record = row.getLong("record");
        Timestamp at = row.getTimestamp("at");
        return new Talk(
                row.getLong("id"),
                TalkKind.valueOf(row.getString("kind")),
                new CreditCode(row.getString("business")),
                row.getString("department"),
                row.getString("reason"),
                record == 0 ? null : record,
                TalkState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                at == null ? null : at.toInstant(),
                row.getString("place"),
                row.getObject("held_on", LocalDate.class),
                row.getString("attended"),
                row.getString("minutes"),
                row.getObject("follow_up_due", LocalDate.class),
                row.getString("outcome"));
    }
}
