package org.sise.supervision.publication;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.Page;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.door.Doors;
import org.sise.supervision.entry.EntryRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Results on their way to the public: published within so many working days of the visit's end (国发〔2019〕5号). The last day
 * is counted anew from the day of completion, so that a notice on holidays that comes later moves it.
 */
public final class ResultPublications {

    /** The topic of the outbox for a published result. */
    public static final String PUBLISHED = "result-published";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CLOCK = "clock";
    private static final int AT_ONCE = 200;
    private static final LocalDate EVERY = LocalDate.of(9999, 12, 31);

    private static final String WAITING = """
        select r.*, v.business, coalesce(b.name, v.business) as name,
            (select array_agg(distinct t.department) from supervision.visit_task t
                where t.visit = r.visit and t.state = 'DONE' and t.kind = any(:kinds)) as departments
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Doors doors;
    private final PublicationKinds kinds;
    private final Supplier<WorkingCalendar> calendar;
    private final EntryRules rules;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public ResultPublications(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Doors doors,
            PublicationKinds kinds,
            Supplier<WorkingCalendar> calendar,
            EntryRules rules,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.outbox = new Outbox(dataSource);
        this.doors = doors;
        this.kinds = kinds;
        this.calendar = calendar;
        this.rules = rules;
        this.clock = clock;
    }

    /** The kinds whose results are published. */
    public PublicationKinds kinds() {
        return kinds;
    }

    /** Today, in Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /**
     * A part of the results that wait, the most urgent first.
     *
     * @param overdue only those whose last day is over
     * @param business a part of the name, or the beginning of the credit code; null for all
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<WaitingResult> waiting(boolean overdue, @Nullable String business, @Nullable String cursor, int limit) {
        LocalDate until = overdue ? lastCompleted(today().minusDays(1)) : EVERY;
        LocalDate day = null;
        Long visit = null;
        if (cursor != null) {
            try {
                String[] parts = cursor.split("~", -1);
                day = LocalDate.parse(parts[0]);
                visit = Long.valueOf(parts[1]);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
            }
        }
        List<WaitingResult> found = query(until, business, day, visit, limit + 1);
        boolean more = found.size() > limit;
        List<WaitingResult> items = more ? found.subList(0, limit) : found;
        String next =
                more ? items.getLast().completedOn() + "~" + items.getLast().visit() : null;
        return new Page<>(items, next, count(until, business));
    }

    /** The result of a visit, if it waits. */
    public Optional<WaitingResult> waiting(long visit) {
        WorkingCalendar known = calendar.get();
        return statement(WAITING, " and r.visit = :visit", EVERY, null)
                .param("visit", visit)
                .query((row, _) -> waiting(row, known))
                .optional();
    }

    /** How many results' last day is over. */
    public long overdue() {
        return count(lastCompleted(today().minusDays(1)), null);
    }

    /**
     * Publishes a visit's result.
     *
     * @return false when it was published already
     * @throws NoSuchElementException when the visit has no result
     * @throws IllegalStateException when it is of a kind that is not published
     */
    public boolean publish(long visit, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            String business = jdbc.sql("""
                select v.business from supervision.visit_result r join supervision.visit v on v.id = r.visit
                where r.visit = :visit\
                """)
                    .param("visit", visit)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new NoSuchElementException(
                            "检查 %d 尚无结果 / visit %d has no result yet".formatted(visit, visit)));
            boolean published = jdbc.sql("""
                select exists (select 1 from supervision.visit_task
                    where visit = :visit and state = 'DONE' and kind = any(:kinds))\
                """)
                    .param("visit", visit)
                    .param("kinds", kinds.names())
                    .query(Boolean.class)
                    .single();
            if (!published) {
                throw new IllegalStateException("该类检查的结果不公示 / results of this kind of check are not published");
            }
            boolean fresh = doors.publish(visit, actor);
            if (fresh) {
                outbox.add(PUBLISHED, business, "{\"visit\": %d}".formatted(visit));
            }
            return fresh;
        }));
    }

    /** Publishes what has its last day today or had it before, each once. */
    public int publishDue() {
        int published = 0;
        List<WaitingResult> due;
        do {
            due = query(lastCompleted(today()), null, null, null, AT_ONCE);
            for (WaitingResult result : due) {
                published += publish(result.visit(), CLOCK) ? 1 : 0;
            }
        } while (due.size() == AT_ONCE);
        return published;
    }

    /** The latest day of completion whose last day for publication is no later than a day. */
    private LocalDate lastCompleted(LocalDate day) {
        WorkingCalendar known = calendar.get();
        LocalDate completed = day;
        while (due(completed, known).isAfter(day)) {
            completed = completed.minusDays(1);
        }
        return completed;
    }

    private LocalDate due(LocalDate completed, WorkingCalendar known) {
        return known.plus(completed, rules.resultPublicationDays());
    }

    private List<WaitingResult> query(
            LocalDate until,
            @Nullable String business,
            @Nullable LocalDate afterDay,
            @Nullable Long afterVisit,
            int limit) {
        WorkingCalendar known = calendar.get();
        return statement(WAITING, """
                and (cast(:visit as bigint) is null or (r.completed_on, r.visit) > (:day, :visit))
            order by r.completed_on, r.visit limit :limit\
            """, until, business)
                .param("day", afterDay)
                .param("visit", afterVisit)
                .param("limit", limit)
                .query((row, _) -> waiting(row, known))
                .list();
    }

    private long count(LocalDate until, @Nullable String business) {
        return statement("select count(*)", "", until, business)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String select, String rest, LocalDate until, @Nullable String business) {
        return jdbc.sql(select + """
             from supervision.visit_result r join supervision.visit v on v.id = r.visit
            left join ledger.business b on b.code = v.business
            where r.completed_on <= :until
                and (cast(:like as text) is null or b.name like :like or v.business like upper(substr(:like, 2)))
                and not exists (select 1 from supervision.visit_publication p where p.visit = r.visit)
                and exists (select 1 from supervision.visit_task t
                    where t.visit = r.visit and t.state = 'DONE' and t.kind = any(:kinds))
            """ + rest)
                .param("until", until)
                .param("kinds", kinds.names())
                .param("like", Published.like(business));
    }

    private WaitingResult waiting(ResultSet row, WorkingCalendar known) throws SQLException {
        Array departments = row.getArray("departments");
        LocalDate completed = row.getObject("completed_on", LocalDate.class);
        return new WaitingResult(
                row.getLong("visit"),
                row.getString("business"),
                row.getString("name"),
                Arrays.asList((String[]) departments.getArray()),
                InspectionResult.valueOf(row.getString("result")),
                completed,
                due(completed, known),
                row.getObject("due", LocalDate.class));
    }
}
