package org.sise.supervision.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of corrections. */
final class CorrectionRows {

    private static final String ALL = """
        select c.*, coalesce(b.name, c.business) as name,
            array(select distinct t.department from supervision.visit_task t
                where t.visit = c.visit and c.item = any(t.items) order by 1) as departments
        from supervision.correction c left join ledger.business b on b.code = c.business
        """;

    private static final String WHERE = """
        where (cast(:state as text) is null or c.state = :state) and (not :open or c.state <> 'VERIFIED')
            and (cast(:like as text) is null or b.name like :like or c.business like upper(substr(:like, 2)))
            and (cast(:business as text) is null or c.business = :business)
            and (cast(:department as text) is null or exists (select 1 from supervision.visit_task t
                where t.visit = c.visit and c.item = any(t.items) and t.department = :department))
            and (cast(:due_by as date) is null or c.due <= :due_by)
        """;

    private final JdbcClient jdbc;

    CorrectionRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A finding of an ended visit that orders a correction which is not kept yet. */
    record Ordered(String business, long visit, String item, String note, LocalDate on, String certificate) {}

    List<Ordered> notKept(int limit) {
        return jdbc.sql("""
            select v.business, f.visit, f.item, f.note, r.completed_on, f.certificate
            from supervision.visit_result r
            join supervision.visit v on v.id = r.visit
            join lateral (select distinct on (item) * from supervision.finding where visit = r.visit
                order by item, id desc) f on f.result = 'CORRECTED_ON_ORDER'
            where not exists (select 1 from supervision.correction c where c.visit = f.visit and c.item = f.item)
            order by f.visit, f.item limit :limit\
            """)
                .param("limit", limit)
                .query((row, _) -> new Ordered(
                        row.getString("business"),
                        row.getLong("visit"),
                        row.getString("item"),
                        row.getString("note"),
                        row.getObject("completed_on", LocalDate.class),
                        row.getString("certificate")))
                .list();
    }

    /** Keeps an order; empty where the finding has one. */
    Optional<Long> insert(
            String business,
            long visit,
            String item,
            String matter,
            LocalDate on,
            LocalDate due,
            boolean exempted,
            Instant at) {
        return jdbc.sql("""
            insert into supervision.correction (business, visit, item, matter, ordered_on, due, first_due, state,
                exempted, changed_at)
            values (:business, :visit, :item, :matter, :on, :due, :due, :state, :exempted, :at)
            on conflict (visit, item) do nothing returning id\
            """)
                .param("business", business)
                .param("visit", visit)
                .param("item", item)
                .param("matter", matter)
                .param("on", on)
                .param("due", due)
                .param("state", CorrectionState.ORDERED.name())
                .param("exempted", exempted)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    void exempt(long id) {
        jdbc.sql("update supervision.correction set exempted = true where id = :id")
                .param("id", id)
                .update();
    }

    void change(long id, CorrectionState state, LocalDate due, Instant at) {
        jdbc.sql("update supervision.correction set state = :state, due = :due, changed_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("due", due)
                .param("at", Timestamp.from(at))
                .update();
    }

    void event(long id, CorrectionEvent event) {
        jdbc.sql("""
            insert into supervision.correction_event (correction, at, actor, state, due, note)
            values (:id, :at, :actor, :state, :due, :note)\
            """)
                .param("id", id)
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor())
                .param("state", event.state().name())
                .param("due", event.due())
                .param("note", event.note())
                .update();
    }

    /** Keeps that a deadline was reminded of; false when it was already. */
    boolean reminded(long id, String occasion, LocalDate due, Instant at) {
        return jdbc.sql("""
            insert into supervision.correction_reminder (correction, occasion, due, at)
            values (:id, :occasion, :due, :at) on conflict do nothing\
            """)
                        .param("id", id)
                        .param("occasion", occasion)
                        .param("due", due)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Running corrections with a deadline up to a day of which nobody was told on an occasion, by deadline. */
    List<Correction> notReminded(String occasion, LocalDate upTo, int limit) {
        return jdbc.sql(ALL + """
            where c.state in ('ORDERED', 'EXTENDED') and c.due <= :until
                and not exists (select 1 from supervision.correction_reminder r
                    where r.correction = c.id and r.occasion = :occasion and r.due = c.due)
            order by c.due, c.id limit :limit\
            """)
                .param("until", upTo)
                .param("occasion", occasion)
                .param("limit", limit)
                .query(CorrectionRows::correction)
                .list();
    }

    Optional<Correction> find(long id, boolean lock) {
        return jdbc.sql(ALL + "where c.id = :id" + (lock ? " for update of c" : ""))
                .param("id", id)
                .query(CorrectionRows::correction)
                .optional();
    }

    Optional<Correction> find(long visit, String item) {
        return jdbc.sql(ALL + "where c.visit = :visit and c.item = :item")
                .param("visit", visit)
                .param("item", item)
                .query(CorrectionRows::correction)
                .optional();
    }

    List<Correction> ofVisit(long visit) {
        return jdbc.sql(ALL + "where c.visit = :visit order by c.item")
                .param("visit", visit)
                .query(CorrectionRows::correction)
                .list();
    }

    List<CorrectionEvent> events(long id) {
        return jdbc.sql("select * from supervision.correction_event where correction = :id order by id")
                .param("id", id)
                .query((row, _) -> new CorrectionEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        CorrectionState.valueOf(row.getString("state")),
                        row.getObject("due", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    int extensions(long id) {
        return jdbc.sql("""
            select count(*) from supervision.correction_event where correction = :id and state = 'EXTENDED'\
            """).param("id", id).query(Integer.class).single();
    }

    List<Correction> list(CorrectionFilter filter, @Nullable String business, @Nullable Place after, int limit) {
        String place = filter.order() == CorrectionFilter.Order.DUE
                ? " and (cast(:id as bigint) is null or (c.state = 'VERIFIED', c.due, c.id) > (:verified, :due, :id))"
                        + " order by c.state = 'VERIFIED', c.due, c.id"
                : " and (cast(:id as bigint) is null or c.id < :id) order by c.id desc";
        return bind(jdbc.sql(ALL + WHERE + place + " limit :limit"), filter, business)
                .param("verified", after != null && after.verified())
                .param("due", after == null ? null : after.due())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(CorrectionRows::correction)
                .list();
    }

    long count(CorrectionFilter filter, @Nullable String business) {
        return bind(
                        jdbc.sql("select count(*) from supervision.correction c"
                                + " left join ledger.business b on b.code = c.business " + WHERE),
                        filter,
                        business)
                .query(Long.class)
                .single();
    }

    List<String> departments(@Nullable String business) {
        return jdbc.sql("""
            select distinct t.department from supervision.correction c
            join supervision.visit_task t on t.visit = c.visit and c.item = any(t.items)
            where cast(:business as text) is null or c.business = :business order by 1\
            """).param("business", business).query(String.class).list();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, CorrectionFilter filter, @Nullable String business) {
        return statement
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("open", filter.open())
                .param("like", filter.like())
                .param("department", filter.department())
                .param("due_by", filter.dueBy())
                .param("business", business);
    }

    /** A place in the list, behind one correction. */
    record Place(boolean verified, LocalDate due, long id) {}

    private static Correction correction(ResultSet row, int n) throws SQLException {
        return new Correction(
                row.getLong("id"),
                row.getString("business"),
                row.getString("name"),
                row.getLong("visit"),
                Arrays.asList((String[]) row.getArray("departments").getArray()),
                row.getString("item"),
                row.getString("matter"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("first_due", LocalDate.class),
                CorrectionState.valueOf(row.getString("state")),
                row.getBoolean("exempted"),
                row.getTimestamp("changed_at").toInstant());
    }
}
