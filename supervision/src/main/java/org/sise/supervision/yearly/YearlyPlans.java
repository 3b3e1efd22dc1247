package org.sise.supervision.yearly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.region.Regions;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.catalogue.CheckItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Yearly plans, from a workbook to what came of each entry. A change is a new version; another person than its maker approves
 * and so publishes it. Methods with a number throw {@link NoSuchElementException} where there is none of it.
 */
public final class YearlyPlans {

    private static final String SELECT = "select * from supervision.yearly_plan ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final CheckItems items;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public YearlyPlans(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            CheckItems items,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.items = items;
        this.clock = clock;
    }

    /**
     * A plan that carries an entry out.
     *
     * @param number the entry's number
     * @param plan the plan's id
     * @param state where it stands, such as {@code DRAWN}
     * @param tasks how many tasks came of it
     * @param done how many of them are done
     */
    public record Carried(int number, String plan, String state, int tasks, int done) {}

    /**
     * Hands a version in.
     *
     * @param file a table with the columns of {@link YearlyFile#COLUMNS}: XLSX, or CSV in UTF-8 or GB18030
     * @throws YearlyRefusedException with everything that is wrong with the file
     * @throws IllegalArgumentException for a year, region or title that is none
     */
    public YearlyPlan handIn(int year, String region, String title, byte[] file, String actor) {
        if (year < 2000 || year > 2999) {
            throw new IllegalArgumentException("year: 请填写四位年份 / a year of four digits is needed");
        }
        if (Regions.standard().byCode(region) == null) {
            throw new IllegalArgumentException("region: 区划代码未知 / an unknown region code: " + region);
        }
        if (title.isBlank() || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("title: 请填写一行名称 / one line of text is needed");
        }
        List<YearlyEntry> entries = YearlyFile.read(file, items);
        return inTransaction(() -> {
            long id = jdbc.sql("""
                            insert into supervision.yearly_plan (year, region, title, created_at, created_by)
                            values (:year, :region, :title, :at, :actor) returning id""")
                    .param("year", year)
                    .param("region", region)
                    .param("title", title.strip())
                    .param("at", now())
                    .param("actor", actor)
                    .query(Long.class)
                    .single();
            entries.forEach(entry -> insert(id, entry));
            audit.append(
                    actor,
                    "yearly-plan-handed-in",
                    name(year, region),
                    "id=%d; entries=%d".formatted(id, entries.size()));
            return get(id);
        });
    }

    /**
     * Approves and so publishes a version.
     *
     * @throws IllegalArgumentException when the approver handed it in
     * @throws IllegalStateException when it is published already
     */
    public YearlyPlan approve(long id, String actor) {
        return inTransaction(() -> {
            YearlyPlan plan = jdbc.sql(SELECT + "where id = :id for update")
                    .param("id", id)
                    .query(YearlyPlans::plan)
                    .optional()
                    .orElseThrow(() -> missing(id));
            if (plan.isPublished()) {
                throw new IllegalStateException("该年度计划已公布 / this yearly plan is published already");
            }
            if (plan.createdBy().equals(actor)) {
                throw new IllegalArgumentException("须由编制人以外的人批准 / another person than its maker has to approve it");
            }
            jdbc.sql("update supervision.yearly_plan set published_at = :at, approved_by = :actor where id = :id")
                    .param("id", id)
                    .param("at", now())
                    .param("actor", actor)
                    .update();
            audit.append(actor, "yearly-plan-published", name(plan.year(), plan.region()), "id=" + id);
            return get(id);
        });
    }

    /**
     * Notes that a plan carries an entry out; the first note stays.
     *
     * @throws IllegalStateException when the yearly plan is not published
     */
    public void carryOut(long id, int number, String plan, String actor) {
        transaction.executeWithoutResult(_ -> {
            if (!get(id).isPublished()) {
                throw new IllegalStateException("该年度计划尚未公布 / this yearly plan is not published");
            }
            if (entry(id, number).isEmpty()) {
                throw new NoSuchElementException(
                        "年度计划 %d 没有第 %d 条 / yearly plan %d has no entry %d".formatted(id, number, id, number));
            }
            int noted = jdbc.sql("""
                            insert into supervision.yearly_step (plan, yearly_plan, number, at, actor)
                            select :plan, yearly_plan, number, :at, :actor from supervision.yearly_entry
                            where yearly_plan = :id and number = :number on conflict (plan) do nothing""")
                    .param("plan", plan)
                    .param("id", id)
                    .param("number", number)
                    .param("at", now())
                    .param("actor", actor)
                    .update();
            if (noted > 0) {
                audit.append(actor, "yearly-entry-planned", plan, "id=%d; number=%d".formatted(id, number));
            }
        });
    }

    /** All versions, the newest year first and in it the newest version. */
    public List<YearlyPlan> list() {
        return jdbc.sql(SELECT + "order by year desc, region, id desc limit 1000")
                .query(YearlyPlans::plan)
                .list();
    }

    /** Those that hold: of each year and region the last published version. */
    public List<YearlyPlan> published() {
        return jdbc.sql("select distinct on (year, region) * from supervision.yearly_plan"
                        + " where published_at is not null order by year desc, region, id desc")
                .query(YearlyPlans::plan)
                .list();
    }

    /** The version of a number, if there is one. */
    public Optional<YearlyPlan> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(YearlyPlans::plan)
                .optional();
    }

    /** The entries of a version, by number. */
    public List<YearlyEntry> entries(long id) {
        return jdbc.sql("select * from supervision.yearly_entry where yearly_plan = :id order by number")
                .param("id", id)
                .query(YearlyPlans::entry)
                .list();
    }

    /** The entry of a number, if the version has it. */
    public Optional<YearlyEntry> entry(long id, int number) {
        return entries(id).stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The plans that carry a version's entries out, in the order of their making. */
    public List<Carried> carriedOut(long id) {
        return jdbc.sql("""
                        select s.number, s.plan, p.state, count(t.id) as tasks,
                            count(t.id) filter (where t.state = 'DONE') as done
                        from supervision.yearly_step s join supervision.plan p on p.id = s.plan
                            left join supervision.visit_task t on t.plan = p.id
                        where s.yearly_plan = :id group by s.number, s.plan, p.state, p.seq order by s.number, p.seq""")
                .param("id", id)
                .query((row, _) -> new Carried(
                        row.getInt("number"),
                        row.getString("plan"),
                        row.getString("state"),
                        row.getInt("tasks"),
                        row.getInt("done")))
                .list();
    }

    private void insert(long id, YearlyEntry entry) {
        jdbc.sql("""
                        insert into supervision.yearly_entry (yearly_plan, number, title, month_from, month_until, lead,
                            partners, subjects, industries, items, share, note)
                        values (:id, :number, :title, :from, :until, :lead, :partners, :subjects, :industries, :items,
                            :share, :note)""")
                .param("id", id)
                .param("number", entry.number())
                .param("title", entry.title())
                .param("from", entry.monthFrom())
                .param("until", entry.monthUntil())
                .param("lead", entry.lead())
                .param("partners", entry.partners().toArray(String[]::new))
                .param("subjects", entry.subjects())
                .param("industries", entry.industries().toArray(String[]::new))
                .param("items", entry.items().toArray(String[]::new))
                .param("share", entry.share())
                .param("note", entry.note())
                .update();
    }

    private YearlyPlan get(long id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有年度计划 " + id + " / there is no yearly plan " + id);
    }

    private static String name(int year, String region) {
        return year + "-" + region;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static YearlyPlan plan(ResultSet row, int n) throws SQLException {
        return new YearlyPlan(
                row.getLong("id"),
                row.getInt("year"),
                row.getString("region"),
                row.getString("title"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getTimestamp("published_at")),
                row.getString("approved_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static YearlyEntry entry(ResultSet row, int n) throws SQLException {
        return new YearlyEntry(
                row.getInt("number"),
                row.getString("title"),
                row.getInt("month_from"),
                row.getInt("month_until"),
                row.getString("lead"),
                texts(row, "partners"),
                row.getString("subjects"),
                texts(row, "industries"),
                texts(row, "items"),
                row.getString("share"),
                row.getString("note"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
