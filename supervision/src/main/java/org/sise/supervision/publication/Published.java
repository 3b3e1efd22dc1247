package org.sise.supervision.publication;

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
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.ledger.Page;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.visit.VisitKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the public may read: committed and drawn plans, and published results as the ledger has them now. A result that was
 * withdrawn or repaired is shown no more.
 */
public final class Published {

    private static final String RESULTS = """
        from supervision.visit_publication p
        join supervision.visit_task t on t.visit = p.visit and t.state = 'DONE' and t.kind = any(:kinds)
        left join ledger.business b on b.code = t.business
        join lateral (select * from ledger.record r where r.kind = :inspection
            and r.record_key = t.business || '|' || coalesce(t.plan, t.kind) || '|T' || t.id
            order by r.version desc limit 1) r on r.state in ('effective', 'corrected')
        where (cast(:like as text) is null or b.name like :like or t.business like upper(substr(:like, 2)))
            and (cast(:task as bigint) is null or t.id = :task)
        """;

    private final JdbcClient jdbc;
    private final PublicationKinds kinds;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Published(DataSource dataSource, PublicationKinds kinds) {
        this.jdbc = JdbcClient.create(dataSource);
        this.kinds = kinds;
    }

    /**
     * A part of the results, the latest first.
     *
     * @param business a part of the name, or the beginning of the credit code; null for all
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<PublishedResult> results(@Nullable String business, @Nullable String cursor, int limit) {
        Instant at = null;
        Long task = null;
        if (cursor != null) {
            try {
                String[] parts = cursor.split("~", -1);
                at = Instant.parse(parts[0]);
                task = Long.valueOf(parts[1]);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
            }
        }
        List<PublishedResult> found = bind("""
            select t.*, coalesce(b.name, t.business) as name, r.event_date, r.fields ->> 'result' as token,
                r.version, p.at
            """ + RESULTS + """
                and (cast(:after as bigint) is null or (p.at, t.id) < (cast(:at as timestamptz), :after))
            order by p.at desc, t.id desc limit :limit\
            """, business, null)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("after", task)
                .param("limit", limit + 1)
                .query(Published::result)
                .list();
        boolean more = found.size() > limit;
        List<PublishedResult> items = more ? found.subList(0, limit) : found;
        String next =
                more ? items.getLast().publishedAt() + "~" + items.getLast().task() : null;
        long total = bind("select count(*) " + RESULTS, business, null)
                .query(Long.class)
                .single();
        return new Page<>(items, next, total);
    }

    /** The published result of a task. */
    public Optional<PublishedResult> result(long task) {
        return bind(
                        "select t.*, coalesce(b.name, t.business) as name, r.event_date, r.fields ->> 'result' as token,"
                                + " r.version, p.at " + RESULTS,
                        null,
                        task)
                .query(Published::result)
                .optional();
    }

    /**
     * A part of the plans, the latest first.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<PublishedPlan> plans(@Nullable String cursor, int limit) {
        Long before;
        try {
            before = cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
        }
        long[] last = {0};
        List<PublishedPlan> found = jdbc.sql("""
            select * from supervision.plan
            where commitment is not null and (cast(:before as bigint) is null or seq < :before)
            order by seq desc limit :limit\
            """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> {
                    last[0] = row.getLong("seq");
                    return plan(row);
                })
                .list();
        boolean more = found.size() == limit
                && jdbc.sql("""
            select exists (select 1 from supervision.plan where commitment is not null and seq < :last)\
            """).param("last", last[0]).query(Boolean.class).single();
        long total = jdbc.sql("select count(*) from supervision.plan where commitment is not null")
                .query(Long.class)
                .single();
        return new Page<>(found, more ? Long.toString(last[0]) : null, total);
    }

    /** The published plan of an id. */
    public Optional<PublishedPlan> plan(String id) {
        return jdbc.sql("select * from supervision.plan where commitment is not null and id = :id")
                .param("id", id)
                .query((row, _) -> plan(row))
                .optional();
    }

    private JdbcClient.StatementSpec bind(String sql, @Nullable String business, @Nullable Long task) {
        return jdbc.sql(sql)
                .param("kinds", kinds.names())
                .param("inspection", RecordKind.INSPECTION.number())
                .param("like", like(business))
                .param("task", task);
    }

    /** The pattern of a part of a name, or null for all. */
    static @Nullable String like(@Nullable String business) {
        return business == null || business.isBlank()
                ? null
                : "%" + business.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private static PublishedPlan plan(ResultSet row) throws SQLException {
        Timestamp drawn = row.getTimestamp("drawn_at");
        return new PublishedPlan(
                row.getString("id"),
                row.getString("title"),
                PlanState.valueOf(row.getString("state")),
                row.getString("commitment"),
                row.getTimestamp("committed_at").toInstant(),
                drawn == null ? null : drawn.toInstant(),
                row.getString("cancel_reason"));
    }

    private static PublishedResult result(ResultSet row, int n) throws SQLException {
        String token = row.getString("token");
        return new PublishedResult(
                row.getLong("id"),
                row.getString("business"),
                row.getString("name"),
                row.getString("department"),
                VisitKind.valueOf(row.getString("kind")),
                row.getString("plan"),
                Arrays.stream(InspectionResult.values())
                        .filter(result -> result.token().equals(token))
                        .findFirst()
                        .orElseThrow(),
                row.getObject("event_date", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                row.getInt("version") > 1);
    }
}
