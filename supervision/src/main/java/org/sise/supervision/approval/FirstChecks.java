package org.sise.supervision.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Permit;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerFollower;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proposes the first check of what was newly permitted, where its matter asks for one. A permit whose days for it are over
 * when the ledger learns of it brings none.
 */
public final class FirstChecks implements LedgerFollower {

    private final JdbcClient jdbc;
    private final ApprovalMatters matters;
    private final Visits visits;
    private final Clock clock;

    /** On the database of the visits. */
    public FirstChecks(DataSource dataSource, ApprovalMatters matters, Visits visits, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.matters = matters;
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "first-checks";
    }

    @Override
    public void followRecords(List<StoredRecord> records) {
        LocalDate today = LocalDate.now(clock);
        for (StoredRecord stored : records) {
            if (stored.record() instanceof Permit permit && GroundRecords.end(permit, today) == null) {
                matters.of(permit).ifPresent(matter -> propose(stored, permit, matter, today));
            }
        }
    }

    /** First checks, the latest first. */
    public List<FirstCheck> latest(@Nullable String business, int limit) {
        return jdbc.sql("""
                        select * from supervision.first_check
                        where cast(:business as text) is null or business = :business
                        order by task desc limit :limit""")
                .param("business", business)
                .param("limit", limit)
                .query((row, _) -> new FirstCheck(
                        row.getString("business"),
                        row.getString("matter"),
                        row.getLong("permit"),
                        row.getLong("task"),
                        row.getObject("due", LocalDate.class)))
                .list();
    }

    private void propose(StoredRecord stored, Permit permit, ApprovalMatter matter, LocalDate today) {
        LocalDate last = permit.header().date().plusDays(matter.firstCheckDays());
        // a window lies in one year
        LocalDate due = last.getYear() > today.getYear() ? LocalDate.of(today.getYear(), 12, 31) : last;
        if (matter.firstCheckDays() == 0 || due.isBefore(today) || isDone(stored.key())) {
            return;
        }
        String document = permit.header().document();
        TaskDraft draft = new TaskDraft(
                permit.header().subject(),
                matter.visitKind(),
                matter.department(),
                null,
                "审批后首次检查：%s（%s）".formatted(matter.zh(), document == null ? "记录 " + stored.id() : document),
                matter.items(),
                List.of(),
                new Window(today, due));
        long task = visits.propose(draft, "sise").map(VisitTask::id).orElseThrow();
        jdbc.sql("""
                        insert into supervision.first_check (record_key, business, matter, permit, task, due, at)
                        values (:key, :business, :matter, :permit, :task, :due, :at)""")
                .param("key", stored.key())
                .param("business", permit.header().subject().value())
                .param("matter", matter.code())
                .param("permit", stored.id())
                .param("task", task)
                .param("due", due)
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .update();
    }

    private boolean isDone(String key) {
        return jdbc.sql("select exists (select from supervision.first_check where record_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
