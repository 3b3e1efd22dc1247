package org.sise.supervision.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.sise.scoring.policy.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The slips that businesses have been given. Of each reason one is open; it is closed when its reason is gone. */
public final class Reminders {

    private static final String WHERE = """
             where (cast(:kind as text) is null or kind = :kind)
                and (cast(:business as text) is null or business = :business)
                and (cast(:due as date) is null or day <= :due)
                and kind = any(:kinds) and (:closed or closed_on is null)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Reminders(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /** Graded businesses that were not looked at today or are to be again, by credit code. */
    public List<String> toLookAt(int limit) {
        return jdbc.sql("""
                        select s.subject from ledger.standing s
                            left join supervision.reminder_look l on l.business = s.subject
                        where l.looked_on is null or l.looked_on < :today order by s.subject limit :limit""")
                .param("today", today())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Has businesses looked at again, in the caller's transaction. */
    void forget(Collection<String> businesses) {
        jdbc.sql("delete from supervision.reminder_look where business = any(:businesses)")
                .param("businesses", businesses.toArray(String[]::new))
                .update();
    }

    /**
     * Keeps what was found of a business: makes slips that it does not have, and closes those whose reason is gone.
     *
     * @return how many are new
     */
    public int looked(String business, List<Slip> found) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            passOver(business);
            Set<String> reasons = new HashSet<>();
            found.forEach(slip -> reasons.add(slip.kind() + " " + slip.subject()));
            for (Reminder open : page(new ReminderFilter(null, business, null, true, false), null, Integer.MAX_VALUE)) {
                if (!reasons.contains(open.slip().kind() + " " + open.slip().subject())) {
                    jdbc.sql("update supervision.reminder set closed_on = :today where id = :id")
                            .param("today", today())
                            .param("id", open.id())
                            .update();
                }
            }
            int made = 0;
            for (Slip slip : found) {
                made += make(business, slip);
            }
            return made;
        }));
    }

    /** Has a business looked at no more today; its slips stay as they are. */
    public void passOver(String business) {
        jdbc.sql("""
                        insert into supervision.reminder_look (business, looked_on) values (:business, :today)
                        on conflict (business) do update set looked_on = excluded.looked_on""").param("business", business).param("today", today()).update();
    }

    private int make(String business, Slip slip) {
        return jdbc.sql("""
                        insert into supervision.reminder (business, kind, subject, record, day, says_zh, says_en,
                            remedy_zh, remedy_en, made_on)
                        values (:business, :kind, :subject, :record, :day, :saysZh, :saysEn, :remedyZh, :remedyEn, :today)
                        on conflict do nothing""")
                .param("business", business)
                .param("kind", slip.kind().name())
                .param("subject", slip.subject())
                .param("record", slip.record())
                .param("day", slip.day())
                .param("saysZh", slip.says().zh())
                .param("saysEn", slip.says().en())
                .param("remedyZh", slip.remedy().zh())
                .param("remedyEn", slip.remedy().en())
                .param("today", today())
                .update();
    }

    /** Records that the business read it; a second time changes nothing. */
    public void read(long id, String actor) {
        transaction.executeWithoutResult(_ -> {
            int read = jdbc.sql("""
                            update supervision.reminder set read_at = :at, read_by = :actor
                            where id = :id and read_at is null""")
                    .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .param("actor", actor)
                    .param("id", id)
                    .update();
            if (read > 0) {
                audit.append(actor, "reminder-read", find(id).orElseThrow().business(), "reminder=" + id);
            }
        });
    }

    /** The slip of a number, if there is one. */
    public Optional<Reminder> find(long id) {
        return jdbc.sql("select * from supervision.reminder where id = :id")
                .param("id", id)
                .query(Reminders::reminder)
                .optional();
    }

    /** Slips, the latest first, with numbers below {@code before} where it is given. */
    public List<Reminder> page(ReminderFilter filter, @Nullable Long before, int limit) {
        return filtered(
                        "select * from supervision.reminder " + WHERE
                                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit",
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(Reminders::reminder)
                .list();
    }

    /** How many there are. */
    public long count(ReminderFilter filter) {
        return filtered("select count(*) from supervision.reminder " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, ReminderFilter filter) {
        return jdbc.sql(sql)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("business", filter.business())
                .param("due", filter.dueBy())
                .param(
                        "kinds",
                        Arrays.stream(SlipKind.values())
                                .filter(kind -> filter.colours() || !kind.tellsColour())
                                .map(SlipKind::name)
                                .toArray(String[]::new))
                .param("closed", filter.closed());
    }

    private static Reminder reminder(ResultSet row, int n) throws SQLException {
        long record = row.getLong("record");
        Timestamp read = row.getTimestamp("read_at");
        return new Reminder(
                row.getLong("id"),
                row.getString("business"),
                new Slip(
                        SlipKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        record == 0 ? null : record,
                        row.getObject("day", LocalDate.class),
                        new Text(row.getString("says_zh"), row.getString("says_en")),
                        new Text(row.getString("remedy_zh"), row.getString("remedy_en"))),
                row.getObject("made_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                read == null ? null : read.toInstant(),
                row.getString("read_by"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
