package org.sise.supervision.visit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.supervision.stratum.Selection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of tasks and visits. */
final class VisitRows {

    private static final int BUSINESS_LOCK = 0x53495653;

    private final JdbcClient jdbc;

    VisitRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Makes everybody else who decides on this business wait until the transaction ends. */
    void lockBusiness(String business) {
        jdbc.sql("select pg_advisory_xact_lock(:lock, hashtext(:business))")
                .param("lock", BUSINESS_LOCK)
                .param("business", business)
                .query((_, _) -> true)
                .single();
    }

    /** Adds a task; empty where the plan has this department's task on the business already. */
    Optional<Long> insert(TaskDraft draft, @Nullable Selection selection, Instant at, String actor) {
        return jdbc.sql("""
            insert into supervision.visit_task (business, kind, department, plan, reason, items, officers,
                window_from, window_until, state, created_at, created_by, selection)
            values (:business, :kind, :department, :plan, :reason, :items, :officers, :from, :until, :state,
                :at, :actor, :selection)
            on conflict (plan, business, department) where plan is not null do nothing
            returning id\
            """)
                .param("business", draft.business().value())
                .param("kind", draft.kind().name())
                .param("department", draft.department())
                .param("plan", draft.plan())
                .param("reason", draft.reason())
                .param("items", draft.items().toArray(String[]::new))
                .param("officers", draft.officers().toArray(String[]::new))
                .param("from", draft.window().from())
                .param("until", draft.window().until())
                .param("state", TaskState.PROPOSED.name())
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("selection", selection == null ? null : selection.name())
                .query(Long.class)
                .optional();
    }

    Optional<VisitTask> task(long id, boolean lock) {
        return jdbc.sql("select * from supervision.visit_task where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(VisitRows::task)
                .optional();
    }

    List<VisitTask> tasksOf(long visit) {
        return jdbc.sql("select * from supervision.visit_task where visit = :visit order by id")
                .param("visit", visit)
                .query(VisitRows::task)
                .list();
    }

    void decide(long task, TaskState state, @Nullable Long visit, Instant at, String actor, @Nullable String note) {
        jdbc.sql("""
            update supervision.visit_task set state = :state, visit = coalesce(:visit, visit),
                decided_at = :at, decided_by = :actor, note = :note
            where id = :id\
            """)
                .param("id", task)
                .param("state", state.name())
                .param("visit", visit)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("note", note)
                .update();
    }

    /** A new visit with the task's content. */
    long insertVisit(TaskDraft draft, VisitState state, Instant at) {
        return jdbc.sql("""
            insert into supervision.visit (business, window_from, window_until, kinds, items, officers, state,
                created_at, opened_at)
            values (:business, :from, :until, :kinds, :items, :officers, :state, :at, :opened)
            returning id\
            """)
                .param("business", draft.business().value())
                .param("from", draft.window().from())
                .param("until", draft.window().until())
                .param("kinds", new String[] {draft.kind().name()})
                .param("items", draft.items().toArray(String[]::new))
                .param("officers", draft.officers().toArray(String[]::new))
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("opened", state == VisitState.OPEN ? Timestamp.from(at) : null)
                .query(Long.class)
                .single();
    }

    /** Makes a planned visit what its approved tasks are; cancelled when there are none. Codes shown so far are revoked. */
    void gather(long visit) {
        jdbc.sql("""
            update supervision.visit v set issue = v.issue + 1,
                state = case when t.n = 0 then 'CANCELLED' else v.state end,
                window_from = coalesce(t.since, v.window_from), window_until = coalesce(t.until, v.window_until),
                kinds = coalesce(t.kinds, v.kinds), items = coalesce(t.items, v.items),
                officers = coalesce(t.officers, v.officers)
            from (select count(*) as n, max(window_from) as since, min(window_until) as until,
                    array_agg(distinct kind) as kinds,
                    (select array_agg(distinct i) from supervision.visit_task a, unnest(a.items) i
                        where a.visit = :visit and a.state = 'APPROVED') as items,
                    (select array_agg(distinct o) from supervision.visit_task a, unnest(a.officers) o
                        where a.visit = :visit and a.state = 'APPROVED') as officers
                from supervision.visit_task where visit = :visit and state = 'APPROVED') t
            where v.id = :visit and v.state = 'PLANNED'\
            """).param("visit", visit).update();
    }

    /** Makes an open visit one that is recorded, and its approved tasks done. */
    void end(long visit, Instant at) {
        jdbc.sql("update supervision.visit set state = :state, left_at = :at where id = :id")
                .param("state", VisitState.DONE.name())
                .param("at", Timestamp.from(at))
                .param("id", visit)
                .update();
        jdbc.sql("update supervision.visit_task set state = 'DONE' where visit = :id and state = 'APPROVED'")
                .param("id", visit)
                .update();
    }

    Optional<Visit> visit(long id, boolean lock) {
        return jdbc.sql("select * from supervision.visit where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(VisitRows::visit)
                .optional();
    }

    /** The planned visits to a business in a year, which no other transaction opens until this one ends. */
    List<Visit> planned(String business, int year) {
        return jdbc.sql("""
            select * from supervision.visit
            where business = :business and state = 'PLANNED' and extract(year from window_from) = :year
            order by id for update\
            """)
                .param("business", business)
                .param("year", year)
                .query(VisitRows::visit)
                .list();
    }

    YearSoFar yearSoFar(String business, int year, long without) {
        Map<VisitKind, Integer> byKind = new EnumMap<>(VisitKind.class);
        int[] visits = {0};
        jdbc.sql("""
            select kinds from supervision.visit
            where business = :business and window_from between :first and :last and state <> 'CANCELLED'
                and id <> :without\
            """)
                .param("business", business)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .param("without", without)
                .query(row -> {
                    Set<VisitKind> kinds = kinds(row.getArray("kinds"));
                    kinds.forEach(kind -> byKind.merge(kind, 1, Integer::sum));
                    visits[0] += kinds.stream().anyMatch(kind -> kind.rule().counted()) ? 1 : 0;
                });
        return new YearSoFar(visits[0], byKind);
    }

    @Nullable
    Grade grade(String business) {
        return jdbc.sql("select colour from ledger.standing where subject = :business")
                .param("business", business)
                .query(Integer.class)
                .optional()
                .map(colour -> Grade.values()[colour])
                .orElse(null);
    }

    static Set<VisitKind> kinds(Array array) throws SQLException {
        Set<VisitKind> kinds = EnumSet.noneOf(VisitKind.class);
        for (String kind : strings(array)) {
            kinds.add(VisitKind.valueOf(kind));
        }
        return kinds;
    }

    static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getObject("window_from", LocalDate.class), row.getObject("window_until", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    static Visit visit(ResultSet row, int n) throws SQLException {
        return new Visit(
                row.getLong("id"),
                new CreditCode(row.getString("business")),
                window(row),
                kinds(row.getArray("kinds")),
                strings(row.getArray("items")),
                strings(row.getArray("officers")),
                VisitState.valueOf(row.getString("state")),
                row.getInt("issue"),
                instant(row, "opened_at"),
                instant(row, "left_at"));
    }

    static VisitTask task(ResultSet row, int n) throws SQLException {
        long visit = row.getLong("visit");
        return new VisitTask(
                row.getLong("id"),
                new TaskDraft(
                        new CreditCode(row.getString("business")),
                        VisitKind.valueOf(row.getString("kind")),
                        row.getString("department"),
                        row.getString("plan"),
                        row.getString("reason"),
                        strings(row.getArray("items")),
                        strings(row.getArray("officers")),
                        window(row)),
                TaskState.valueOf(row.getString("state")),
                visit == 0 ? null : visit,
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getString("decided_by"),
                row.getString("note"));
    }
}
