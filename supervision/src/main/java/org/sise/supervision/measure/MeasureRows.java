package org.sise.supervision.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of measures. */
final class MeasureRows {

    private static final String OPEN = "state not in ('REFUSED', 'DROPPED', 'LIFTED')";
    private static final String WHERE = """
             where (cast(:kind as text) is null or kind = :kind)
                and (cast(:state as text) is null or state = :state)
                and (cast(:category as text) is null or category = :category)
                and (cast(:department as text) is null or department = :department)
                and (cast(:business as text) is null or business = :business)""";

    private final JdbcClient jdbc;

    MeasureRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Inserts a proposal; empty where the business has an open one of the entry. */
    Optional<Long> insert(Candidate candidate, CreditCode business, Instant at, String actor) {
        StoredRecord ground = candidate.ground();
        MeasureEntry entry = candidate.entry();
        return jdbc.sql("""
                        insert into supervision.measure (entry, kind, category, department, business, ground_kind,
                            ground_key, ground_record, ground, state, proposed_by, proposed_at)
                        values (:entry, :kind, :category, :department, :business, :groundKind, :groundKey, :record,
                            :ground, 'PROPOSED', :actor, :at)
                        on conflict do nothing returning id""")
                .param("entry", entry.id())
                .param("kind", entry.kind().name())
                .param("category", entry.category())
                .param("department", entry.department())
                .param("business", business.value())
                .param(
                        "groundKind",
                        ground == null ? null : ground.record().kind().number())
                .param("groundKey", ground == null ? null : ground.key())
                .param("record", ground == null ? null : ground.id())
                .param("ground", candidate.words())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Measure> find(long id, boolean lock) {
        return jdbc.sql("select * from supervision.measure where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(MeasureRows::measure)
                .optional();
    }

    void state(long id, MeasureState state) {
        jdbc.sql("update supervision.measure set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void confirmedBy(long id, String actor) {
        jdbc.sql("update supervision.measure set confirmed_by = :actor where id = :id")
                .param("actor", actor)
                .param("id", id)
                .update();
    }

    void served(long id, LocalDate on, String way, LocalDate due) {
        jdbc.sql("""
                        update supervision.measure set served_on = :on, served_way = :way, hearing_due = :due
                        where id = :id""")
                .param("on", on)
                .param("way", way)
                .param("due", due)
                .param("id", id)
                .update();
    }

    void heard(long id) {
        jdbc.sql("update supervision.measure set heard = true where id = :id")
                .param("id", id)
                .update();
    }

    void inForce(long id, LocalDate from, @Nullable LocalDate until) {
        jdbc.sql("update supervision.measure set in_force_from = :from, until = :until where id = :id")
                .param("from", from)
                .param("until", until)
                .param("id", id)
                .update();
    }

    /** The numbers of open measures that rest on one of the matters of a kind, in their order. */
    List<Long> openOn(RecordKind kind, Collection<String> keys) {
        return jdbc.sql("select id from supervision.measure where ground_kind = :kind and ground_key = any(:keys) and "
                        + OPEN + " order by id")
                .param("kind", kind.number())
                .param("keys", keys.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** The numbers of businesses' open measures, in their order. */
    List<Long> openOf(Collection<String> businesses) {
        return jdbc.sql("select id from supervision.measure where business = any(:businesses) and " + OPEN
                        + " order by id")
                .param("businesses", businesses.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** Keeps measures from being changed by others until the caller's transaction ends. */
    void lock(Collection<Long> ids) {
        jdbc.sql("select id from supervision.measure where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The numbers of measures whose last day is over, in their order. */
    List<Long> overSince(LocalDate today) {
        return jdbc.sql("select id from supervision.measure where until < :today and " + OPEN + " order by id")
                .param("today", today)
                .query(Long.class)
                .list();
    }

    List<Measure> page(MeasureFilter filter, @Nullable Long before, int limit) {
        return filtered(
                        "select * from supervision.measure " + WHERE
                                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit",
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(MeasureRows::measure)
                .list();
    }

    long count(MeasureFilter filter) {
        return filtered("select count(*) from supervision.measure " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    List<Enforcer> enforcers() {
        return jdbc.sql("""
                        select department, kind, category,
                            count(*) filter (where state in ('PROPOSED', 'CONFIRMED', 'NOTIFIED')) as waiting,
                            count(*) filter (where state = 'IN_FORCE') as sent,
                            count(*) filter (where state = 'ACKNOWLEDGED') as acknowledged,
                            count(*) filter (where state = 'ACTED') as acted,
                            count(*) filter (where state in ('REFUSED', 'DROPPED', 'LIFTED')) as over
                        from supervision.measure group by department, kind, category
                        order by kind desc, department, category""")
                .query((row, _) -> new Enforcer(
                        row.getString("department"),
                        MeasureKind.valueOf(row.getString("kind")),
                        row.getString("category"),
                        row.getLong("waiting"),
                        row.getLong("sent"),
                        row.getLong("acknowledged"),
                        row.getLong("acted"),
                        row.getLong("over")))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, MeasureFilter filter) {
        return jdbc.sql(sql)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("category", filter.category())
                .param("department", filter.department())
                .param("business", filter.business());
    }

    private static Measure measure(ResultSet row, int n) throws SQLException {
        String key = row.getString("ground_key");
        return new Measure(
                row.getLong("id"),
                row.getString("entry"),
                MeasureKind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getString("department"),
                new CreditCode(row.getString("business")),
                key == null
                        ? null
                        : new Measure.Ground(
                                RecordKind.ofNumber(row.getInt("ground_kind")), key, row.getLong("ground_record")),
                row.getString("ground"),
                MeasureState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("confirmed_by"),
                row.getObject("served_on", LocalDate.class),
                row.getString("served_way"),
                row.getObject("hearing_due", LocalDate.class),
                row.getBoolean("heard"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
