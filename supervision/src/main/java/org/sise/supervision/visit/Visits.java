package org.sise.supervision.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.stratum.Selection;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tasks and visits. A task is approved by another person than its proposer, under the yearly cap, and becomes a part of a
 * visit: one that is planned in days that both have, else a new one. Methods with a number throw {@link
 * NoSuchElementException} where there is none of it.
 */
public final class Visits {

    /** The topic of the outbox under which the supervisor is told of a visit beyond the cap. */
    public static final String BEYOND_CAP = "inspection-beyond-cap";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;
    private final VisitRows rows;
    private final CheckItems items;
    private final CapPolicy caps;
    private final Suspensions suspensions;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Visits(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            CheckItems items,
            YearlyCaps caps,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.outbox = new Outbox(dataSource);
        this.clock = clock;
        this.rows = new VisitRows(dataSource);
        this.items = items;
        this.caps = new CapPolicy(caps);
        this.suspensions = new Suspensions(dataSource, audit);
    }

    /**
     * Proposes a task. The same department's task on the same business by the same plan is there once.
     *
     * @return the task; empty where the plan has it already
     * @throws IllegalArgumentException for an item that is not in the published catalogue
     */
    public Optional<VisitTask> propose(TaskDraft draft, String actor) {
        return propose(draft, items::byId, null, actor);
    }

    /** Where an item has to stand. */
    private interface Catalogued {
        @Nullable
        CatalogueItem item(String id);
    }

    /**
     * Proposes a task on a business that a plan has drawn. Its items were published with the plan, so that one that was
     * withdrawn from the catalogue since may be among them.
     *
     * @param selection how the business came to be drawn
     * @return the task; empty where the plan has it already
     * @throws IllegalArgumentException for an item that the catalogue never had
     */
    public Optional<VisitTask> proposeDrawn(TaskDraft draft, Selection selection, String actor) {
        return propose(draft, items::everById, selection, actor);
    }

    private Optional<VisitTask> propose(
            TaskDraft draft, Catalogued catalogued, @Nullable Selection selection, String actor) {
        List<String> unpublished = draft.items().stream()
                .filter(item -> catalogued.item(item) == null)
                .toList();
        if (!unpublished.isEmpty()) {
            throw new IllegalArgumentException("items: 检查事项未公布，不得检查 / not in the published list and not to be checked: "
                    + String.join(", ", unpublished));
        }
        return inTransaction(() -> {
            Optional<Long> id = rows.insert(draft, selection, now(), actor);
            id.ifPresent(task -> audit.append(
                    actor,
                    "task-proposed",
                    draft.business().value(),
                    "task=%d; kind=%s; department=%s".formatted(task, draft.kind(), draft.department())));
            return id.map(this::task);
        });
    }

    /**
     * Approves a task, unless the cap, the colour or a mode of supervision stops it; it stays proposed then. One that has a
     * cause passes, and ends the mode where its terms say so.
     *
     * @throws IllegalArgumentException when the approver proposed it
     * @throws TaskStateException when it is not proposed
     */
    public Approval approve(long id, String actor) {
        return inTransaction(() -> {
            VisitTask task = rows.task(id, true).orElseThrow(() -> missing(id));
            require(task, TaskState.APPROVED);
            if (task.createdBy().equals(actor)) {
                throw new IllegalArgumentException("须由他人批准 / another person has to approve it");
            }
            String business = task.draft().business().value();
            rows.lockBusiness(business);
            int year = task.draft().window().from().getYear();
            Visit planned = VisitMerge.visitFor(task.draft().window(), rows.planned(business, year), Visit::window);
            CapPolicy.Verdict verdict = verdict(task, rows.grade(business), year, planned);
            String detail = "task=%d; kind=%s; visits=%d; cap=%d"
                    .formatted(
                            id, verdict.kind(), verdict.visits(), verdict.cap().visits());
            if (!verdict.passes()) {
                audit.append(actor, "task-stopped", business, detail + "; " + verdict.outcome());
                return new Approval(null, false, verdict);
            }
            long visit = planned == null ? rows.insertVisit(task.draft(), VisitState.PLANNED, now()) : planned.id();
            rows.decide(id, TaskState.APPROVED, visit, now(), actor, null);
            if (planned != null) {
                rows.gather(visit);
            }
            audit.append(actor, "task-approved", business, detail + "; visit=" + visit);
            suspensions.endFor(task.draft().kind(), business, today(), now(), actor, "task=" + id);
            tell(verdict, business, visit);
            return new Approval(visit(visit), planned != null, verdict);
        });
    }

    /** Refuses a task. */
    public void refuse(long id, String reason, String actor) {
        transaction.executeWithoutResult(_ -> {
            VisitTask task = rows.task(id, true).orElseThrow(() -> missing(id));
            require(task, TaskState.REFUSED);
            rows.decide(id, TaskState.REFUSED, null, now(), actor, reason);
            audit.append(actor, "task-refused", task.draft().business().value(), "task=%d; %s".formatted(id, reason));
        });
    }

    /**
     * Takes an approved task back before its visit has begun. The visit's codes are revoked with it, and the visit is
     * cancelled when it has no other task.
     *
     * @throws TaskStateException when the task is not approved or its visit has begun
     */
    public Visit revoke(long id, String reason, String actor) {
        return inTransaction(() -> {
            VisitTask task = rows.task(id, true).orElseThrow(() -> missing(id));
            require(task, TaskState.REVOKED);
            rows.lockBusiness(task.draft().business().value());
            Visit visit = rows.visit(Objects.requireNonNull(task.visit()), true).orElseThrow(() -> missing(id));
            if (!visit.state().canTransitionTo(VisitState.CANCELLED)) {
                throw new TaskStateException(visit.id(), visit.state(), VisitState.CANCELLED);
            }
            rows.decide(id, TaskState.REVOKED, null, now(), actor, reason);
            rows.gather(visit.id());
            audit.append(actor, "task-revoked", task.draft().business().value(), "task=%d; %s".formatted(id, reason));
            return visit(visit.id());
        });
    }

    /**
     * Begins a visit without approval, in the caller's transaction. Its task is approved in the officer's own name and is to
     * be reviewed.
     */
    public Visit emergency(TaskDraft draft, String actor) {
        rows.lockBusiness(draft.business().value());
        long task = rows.insert(draft, null, now(), actor).orElseThrow();
        long visit = rows.insertVisit(draft, VisitState.OPEN, now());
        rows.decide(task, TaskState.APPROVED, visit, now(), actor, draft.reason());
        int year = draft.window().from().getYear();
        String business = draft.business().value();
        suspensions.endFor(draft.kind(), business, draft.window().from(), now(), actor, "task=" + task);
        tell(
                caps.decide(List.of(draft.kind()), rows.grade(business), rows.yearSoFar(business, year, visit)),
                business,
                visit);
        return visit(visit);
    }

    /** The visit of a number, which nobody else changes until the caller's transaction ends. */
    public Visit locked(long id) {
        return rows.visit(id, true).orElseThrow(() -> missing(id));
    }

    /**
     * Ends a visit and its tasks, in the caller's transaction, which puts their results into the ledger.
     *
     * @throws TaskStateException when it is not open
     */
    public void end(long id, Instant at) {
        Visit visit = locked(id);
        if (!visit.state().canTransitionTo(VisitState.DONE)) {
            throw new TaskStateException(id, visit.state(), VisitState.DONE);
        }
        rows.end(id, at);
    }

    /** The visit of a number. */
    public Visit visit(long id) {
        return rows.visit(id, false).orElseThrow(() -> missing(id));
    }

    /** The task of a number. */
    public VisitTask task(long id) {
        return rows.task(id, false).orElseThrow(() -> missing(id));
    }

    /** The tasks of a visit, those taken back with them. */
    public List<VisitTask> tasksOf(long visit) {
        return rows.tasksOf(visit);
    }

    /** The visits to a business in a year, planned ones with them. */
    public YearSoFar yearSoFar(String business, int year) {
        return rows.yearSoFar(business, year, 0);
    }

    private CapPolicy.Verdict verdict(VisitTask task, @Nullable Grade grade, int year, @Nullable Visit planned) {
        Collection<VisitKind> kinds = List.of(task.draft().kind());
        // A task that joins adds no visit; its colour rule holds all the same.
        YearSoFar before =
                planned == null ? rows.yearSoFar(task.draft().business().value(), year, 0) : YearSoFar.NONE;
        CapPolicy.Verdict verdict = caps.decide(kinds, grade, before);
        Suspensions.Suspension mode = suspensions.of(task.draft().business().value(), today());
        if (verdict.passes() && mode != null && mode.suspends(task.draft().kind())) {
            return new CapPolicy.Verdict(CapPolicy.Outcome.SUSPENDED, verdict.kind(), verdict.visits(), verdict.cap());
        }
        return planned != null && verdict.outcome() == CapPolicy.Outcome.STOPPED
                ? new CapPolicy.Verdict(CapPolicy.Outcome.WITHIN, verdict.kind(), 0, verdict.cap())
                : verdict;
    }

    private void tell(CapPolicy.Verdict verdict, String business, long visit) {
        if (verdict.outcome() == CapPolicy.Outcome.TOLD) {
            outbox.add(
                    BEYOND_CAP,
                    business,
                    "{\"visit\": %d, \"kind\": \"%s\", \"visits\": %d, \"cap\": %d}"
                            .formatted(
                                    visit,
                                    verdict.kind(),
                                    verdict.visits(),
                                    verdict.cap().visits()));
        }
    }

    private static void require(VisitTask task, TaskState next) {
        if (!task.state().canTransitionTo(next)) {
            throw new TaskStateException(task.id(), task.state(), next);
        }
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有任务或检查 " + id + " / there is no task or visit " + id);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
