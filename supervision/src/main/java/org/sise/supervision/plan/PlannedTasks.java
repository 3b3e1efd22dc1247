package org.sise.supervision.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.record.BusinessStatus;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.stratum.Stratum;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tasks of drawn plans: one for each department that has items at a drawn business, approved as the plan was. They
 * merge into the business's visit of those days. A business that has its tasks keeps them, so that what was broken off goes
 * on where it was. A plan whose tasks cannot be made is put aside with the reason, and no other plan waits for it.
 */
public final class PlannedTasks {

    private static final int BATCH = 500;

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;
    private final PlanRows rows;
    private final Plans plans;
    private final Visits visits;
    private final CheckItems items;
    private final Businesses businesses;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public PlannedTasks(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Plans plans,
            Visits visits,
            CheckItems items,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
        this.rows = new PlanRows(dataSource);
        this.plans = plans;
        this.visits = visits;
        this.items = items;
        this.businesses = new Businesses(dataSource);
    }

    /**
     * What came of a plan's draw.
     *
     * @param approved tasks that are parts of visits
     * @param stopped tasks that the yearly cap, the colour or a mode of supervision stopped; they stay proposed
     * @param unassigned drawn businesses without inspectors
     * @param closed drawn businesses that are no longer in operation
     */
    public record Outcome(int approved, int stopped, int unassigned, int closed) {}

    /**
     * What came of making the tasks of all plans.
     *
     * @param plans how many plans have their tasks now
     * @param aside why others were put aside, by id
     */
    public record Made(int plans, Map<String, String> aside) {

        /** Copies its map. */
        public Made {
            aside = Map.copyOf(aside);
        }
    }

    /**
     * Makes the tasks of all drawn plans that lack them, save those put aside.
     *
     * @throws DataAccessException when the database failed for one of them, after all others had their turn; likewise {@link
     *     TransactionException}
     */
    public Made makeAll() {
        int made = 0;
        Map<String, String> aside = new TreeMap<>();
        RuntimeException failed = null;
        for (String id : rows.withoutTasks()) {
            try {
                make(id);
                made++;
            } catch (DataAccessException | TransactionException e) {
                failed = e;
            } catch (RuntimeException e) {
                String why = String.valueOf(e.getMessage());
                putAside(id, why);
                aside.put(id, why);
            }
        }
        if (failed != null) {
            throw failed;
        }
        return new Made(made, aside);
    }

    /** Has the tasks of a plan that was put aside tried again; nothing where it was not. */
    public void tryAgain(String id, String actor) {
        transaction.executeWithoutResult(_ -> {
            if (rows.tasksAgain(id)) {
                audit.append(actor, "plan-tasks-again", id, "");
            }
        });
    }

    private void putAside(String id, String why) {
        transaction.executeWithoutResult(_ -> {
            Plan plan = plans.find(id).orElseThrow();
            String by = plan.approvedBy() == null ? plan.createdBy() : plan.approvedBy();
            rows.tasksFault(id, why);
            rows.event(id, new PlanEvent(now(), by, PlanState.DRAWN, why));
            audit.append(by, "plan-tasks-put-aside", id, why);
        });
    }

    /**
     * Makes the tasks of a drawn plan.
     *
     * @throws IllegalStateException when it is not drawn, or has no days of visits
     */
    public Outcome make(String id) {
        Plan plan = plans.find(id).orElseThrow();
        Transcript transcript =
                plans.transcript(id).orElseThrow(() -> new IllegalStateException("plan " + id + " is not drawn"));
        Window window = Objects.requireNonNull(plan.draft().window(), "a plan has days of visits");
        AtomicInteger closed = new AtomicInteger();
        List<Transcript.DrawnObject> drawn = transcript.drawn();
        for (int from = 0; from < drawn.size(); from += BATCH) {
            int until = Math.min(from + BATCH, drawn.size());
            List<Transcript.DrawnObject> part = drawn.subList(from, until);
            Map<String, Business> known = businesses.of(
                    part.stream().map(Transcript.DrawnObject::code).toList());
            transaction.executeWithoutResult(_ -> {
                for (Transcript.DrawnObject object : part) {
                    Business business = known.get(object.code());
                    if (business == null || business.status() != BusinessStatus.OPERATING) {
                        closed.incrementAndGet();
                    } else if (!object.inspectors().isEmpty()) {
                        tasks(plan, window, object);
                    }
                }
                rows.tasksThrough(id, until);
            });
        }
        Outcome outcome = new Outcome(
                rows.tasks(id, false),
                rows.tasks(id, true),
                transcript.unassigned().size(),
                closed.get());
        transaction.executeWithoutResult(_ -> {
            Instant at = now();
            rows.tasksMade(id, at);
            rows.event(id, new PlanEvent(at, approver(plan), PlanState.DRAWN, note(outcome)));
            audit.append(approver(plan), "plan-tasks", id, note(outcome));
        });
        return outcome;
    }

    private void tasks(Plan plan, Window window, Transcript.DrawnObject object) {
        Map<String, List<String>> byDepartment = new TreeMap<>();
        for (String id : object.items()) {
            byDepartment.computeIfAbsent(department(id), _ -> new ArrayList<>()).add(id);
        }
        byDepartment.forEach((department, theirs) -> {
            TaskDraft draft = new TaskDraft(
                    new CreditCode(object.code()),
                    VisitKind.RANDOM,
                    department,
                    plan.id(),
                    "",
                    theirs,
                    object.inspectors(),
                    window);
            visits.proposeDrawn(draft, Stratum.of(object.stratum()).selection(), plan.createdBy())
                    .ifPresent(task -> visits.approve(task.id(), approver(plan)));
        });
    }

    /** Whose an item is; an item that was withdrawn since the plan was drawn stays whose it was. */
    private String department(String id) {
        CatalogueItem item = items.everById(id);
        if (item == null) {
            throw new IllegalStateException(
                    "检查事项 %s 不在清单中，无法确定部门 / item %s is in no version of the catalogue, so its department is not known"
                            .formatted(id, id));
        }
        return item.department();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String approver(Plan plan) {
        return Objects.requireNonNull(plan.approvedBy(), "a drawn plan was approved");
    }

    private static String note(Outcome outcome) {
        return "tasks=%d; stopped=%d; unassigned=%d; closed=%d"
                .formatted(outcome.approved(), outcome.stopped(), outcome.unassigned(), outcome.closed());
    }
}
