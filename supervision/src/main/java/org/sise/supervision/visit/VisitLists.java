package org.sise.supervision.visit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of tasks and of visits, the newest first. A list's cursor is the number of the last one shown. */
public final class VisitLists {

    private static final String TASKS = """
        from supervision.visit_task
        where (cast(:state as text) is null or state = :state) and (cast(:kind as text) is null or kind = :kind)
            and (cast(:business as text) is null or business = :business)
            and (cast(:department as text) is null or department = :department)
            and (cast(:plan as text) is null or plan = :plan)\
        """;

    private static final String VISITS = """
        from supervision.visit
        where (cast(:day as date) is null or :day between window_from and window_until)
            and (cast(:officer as text) is null or officers @> array[cast(:officer as text)])
            and (cast(:business as text) is null or business = :business)
            and (cast(:state as text) is null or state = :state)\
        """;

    private static final String TODAY = """
        select * from supervision.visit
        where officers @> array[cast(:officer as text)]
            and (state = 'OPEN' or (state in ('PLANNED', 'DONE') and :day between window_from and window_until))
        order by case state when 'OPEN' then 0 when 'PLANNED' then 1 else 2 end, window_until, id limit 200\
        """;

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public VisitLists(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A part of the list of tasks.
     *
     * @param before the number of the last one shown, or null for the first part
     */
    public Page<VisitTask> tasks(TaskFilter filter, @Nullable Long before, int limit) {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("state", filter.state() == null ? null : filter.state().name());
        given.put("kind", filter.kind() == null ? null : filter.kind().name());
        given.put("business", filter.business());
        given.put("department", filter.department());
        given.put("plan", filter.plan());
        given.put("before", before);
        List<VisitTask> found = rows(TASKS, given, limit).query(VisitRows::task).list();
        return page(found, limit, count(TASKS, given), VisitTask::id);
    }

    /**
     * A part of the list of visits.
     *
     * @param before the number of the last one shown, or null for the first part
     */
    public Page<Visit> visits(VisitFilter filter, @Nullable Long before, int limit) {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("day", filter.day());
        given.put("officer", filter.officer());
        given.put("business", filter.business());
        given.put("state", filter.state() == null ? null : filter.state().name());
        given.put("before", before);
        List<Visit> found = rows(VISITS, given, limit).query(VisitRows::visit).list();
        return page(found, limit, count(VISITS, given), Visit::id);
    }

    /** An officer's visits of a day: those under way first, then those to come, then those that are over. */
    public List<Visit> ofDay(String certificate, LocalDate day) {
        return jdbc.sql(TODAY)
                .param("officer", certificate)
                .param("day", day)
                .query(VisitRows::visit)
                .list();
    }

    /** The departments that have tasks, by name. */
    public List<String> departments() {
        return jdbc.sql("select distinct department from supervision.visit_task order by department limit 200")
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec rows(String from, Map<String, @Nullable Object> given, int limit) {
        return jdbc.sql("select * " + from
                        + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit")
                .params(given)
                .param("limit", limit + 1);
    }

    private long count(String from, Map<String, @Nullable Object> given) {
        return jdbc.sql("select count(*) " + from)
                .params(given)
                .query(Long.class)
                .single();
    }

    private static <T> Page<T> page(List<T> found, int limit, long total, Function<T, Long> number) {
        boolean more = found.size() > limit;
        List<T> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? String.valueOf(number.apply(items.getLast())) : null, total);
    }
}
