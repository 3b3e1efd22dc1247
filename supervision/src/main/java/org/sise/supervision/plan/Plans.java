package org.sise.supervision.plan;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.ledger.Page;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.list.InspectionList;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.Recusals;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inspection plans. The database is the truth: a published folder is its copy and can be made again. A plan's commitment,
 * draw and cancellation each come true in one transaction with their line in the audit log. Methods with a plan's id throw
 * {@link NoSuchElementException} where there is no such plan.
 */
public final class Plans {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;
    private final PlanRows rows;
    private final FrozenFiles files;
    private final Freeze freeze;
    private final DraftCheck check;
    private final DrawnPlans draws;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param published the base folder of published plans, created when first needed
     */
    public Plans(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Inspectors inspectors,
            Recusals recusals,
            CheckItems items,
            Path published,
            Clock clock) {
        Businesses businesses = new Businesses(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
        this.rows = new PlanRows(dataSource);
        this.files = new FrozenFiles(dataSource);
        RecentVisits visits = new RecentVisits(dataSource, businesses);
        this.check = new DraftCheck(businesses, inspectors, items, visits);
        this.freeze = new Freeze(files, businesses, check, recusals, visits);
        this.draws =
                new DrawnPlans(rows, files, new InspectionList(businesses, items), new PublishedFolders(published));
    }

    /** What a draft would come to now, with everything that is wrong with it. */
    public PlanPreview preview(PlanDraft draft) {
        return check.preview(draft, today());
    }

    /**
     * Makes a draft a plan.
     *
     * @throws PlanRefusedException with everything that is wrong with it
     */
    public Plan create(PlanDraft draft, String actor) {
        return create(draft, actor, _ -> {});
    }

    /**
     * Makes a draft a plan, and does something else with its id in the same transaction: both come true or neither.
     *
     * @throws PlanRefusedException with everything that is wrong with it
     */
    public Plan create(PlanDraft draft, String actor, Consumer<String> within) {
        return inTransaction(() -> {
            require(check.preview(draft, today()).faults());
            Instant at = now();
            String quarter = PlanIds.quarter(today());
            String id = PlanIds.of(quarter, rows.nextNumber(quarter), draft.regions());
            rows.insert(id, draft, at, actor);
            rows.event(id, new PlanEvent(at, actor, PlanState.DRAFT, ""));
            audit.append(actor, "plan-created", id, draft.title());
            within.accept(id);
            return get(id);
        });
    }

    /**
     * Hands a draft in for approval.
     *
     * @throws PlanStateException when the plan is no draft
     * @throws PlanRefusedException when the draft has come to be wrong
     */
    public Plan submit(String id, String actor) {
        return inTransaction(() -> {
            Plan plan = locked(id, PlanState.SUBMITTED);
            require(check.again(plan.draft(), today()).faults());
            rows.submitted(id, actor);
            return recorded(id, PlanState.SUBMITTED, "plan-submitted", "", actor);
        });
    }

    /**
     * Approves a plan that was handed in.
     *
     * @throws PlanStateException when it is not handed in
     * @throws IllegalArgumentException when the approver made it or handed it in
     */
    public Plan approve(String id, String actor) {
        return inTransaction(() -> {
            Plan plan = locked(id, PlanState.APPROVED);
            if (actor.equals(plan.createdBy()) || actor.equals(plan.submittedBy())) {
                throw new IllegalArgumentException(
                        "计划须由编制人以外的人批准 / another person than its maker has to approve a plan");
            }
            rows.approved(id, actor);
            return recorded(id, PlanState.APPROVED, "plan-approved", "maker=" + plan.createdBy(), actor);
        });
    }

    /**
     * Gives a plan that was handed in back to its maker.
     *
     * @throws PlanStateException when it is not handed in
     * @throws IllegalArgumentException without a reason
     */
    public Plan giveBack(String id, String reason, String actor) {
        String why = reason(reason, "请填写退回原因 / a reason is needed");
        return inTransaction(() -> {
            locked(id, PlanState.DRAFT);
            rows.givenBack(id);
            return recorded(id, PlanState.DRAFT, "plan-given-back", why, actor);
        });
    }

    /**
     * Freezes an approved plan's pool, inspectors, items and recusals as they are now, and commits to a secret.
     *
     * @throws PlanStateException when the plan is not approved
     * @throws PlanRefusedException when the draft has come to be wrong, such as by a certificate's end
     */
    public Plan commit(String id, String actor) {
        return inTransaction(() -> {
            Plan plan = locked(id, PlanState.COMMITTED);
            require(check.again(plan.draft(), today()).faults());
            Instant at = now();
            Freeze.Frozen frozen =
                    freeze.freeze(plan, today(), at, detail -> audit.append(actor, "plan-committed", id, detail));
            PlanCommitment commitment = frozen.commitment();
            rows.commit(id, frozen.secret(), commitment);
            rows.event(id, new PlanEvent(at, actor, PlanState.COMMITTED, "commitment=" + commitment.commitment()));
            return get(id);
        });
    }

    /**
     * Draws a committed plan and publishes its folder. For a drawn plan this is the draw that was made, whatever the
     * beacon; its folder is published if it is missing.
     *
     * @throws PlanStateException when the plan is neither committed nor drawn
     * @throws IllegalStateException within a transaction of the caller, which could undo a published draw
     * @throws UncheckedIOException when the folder cannot be written; the draw stands, and a repeated call publishes it
     */
    public Transcript draw(String id, Beacon beacon, String actor) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a draw is published when its own transaction has ended");
        }
        Transcript transcript = inTransaction(() -> {
            Plan plan = rows.lock(id).orElseThrow(() -> missing(id));
            if (plan.state() == PlanState.DRAWN) {
                return draws.transcript(plan);
            }
            requireNext(plan, PlanState.DRAWN);
            Transcript drawn = draws.draw(plan, beacon);
            Instant at = now();
            String detail = "beacon=%s %s; transcript.json=%s"
                    .formatted(beacon.source(), beacon.value(), Sha256.hex(drawn.toJson()));
            rows.drawn(id, beacon, at);
            rows.event(id, new PlanEvent(at, actor, PlanState.DRAWN, detail));
            audit.append(actor, "plan-drawn", id, detail);
            return drawn;
        });
        draws.publish(id);
        return transcript;
    }

    /**
     * Gives a plan up before its draw. A commitment that was published stays on show with the reason.
     *
     * @throws PlanStateException when the plan is drawn or cancelled
     * @throws IllegalArgumentException without a reason
     */
    public Plan cancel(String id, String reason, String actor) {
        String why = reason(reason, "请填写取消原因 / a reason is needed");
        return inTransaction(() -> {
            locked(id, PlanState.CANCELLED);
            rows.cancelled(id, why);
            return recorded(id, PlanState.CANCELLED, "plan-cancelled", why, actor);
        });
    }

    /** Publishes a drawn plan's folder again, in place of whatever stands there, from the database. */
    public Path republish(String id, String actor) {
        drawn(id);
        transaction.executeWithoutResult(_ -> audit.append(actor, "plan-republished", id, ""));
        return draws.republish(id);
    }

    /** The plan of an id, if there is one. */
    public Optional<Plan> find(String id) {
        return rows.find(id);
    }

    /**
     * A part of the plans, the newest first.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<Plan> list(@Nullable String cursor, int limit) {
        try {
            return rows.page(cursor == null ? null : Long.valueOf(cursor), limit);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
        }
    }

    /** What happened to a plan, in order. */
    public List<PlanEvent> history(String id) {
        return rows.history(id);
    }

    /** The draw of a plan, if it is drawn. */
    public Optional<Transcript> transcript(String id) {
        Plan plan = get(id);
        return plan.state() == PlanState.DRAWN ? Optional.of(draws.transcript(plan)) : Optional.empty();
    }

    /**
     * A file of a plan: from the commitment on {@code objects.csv}, {@code inspectors.csv}, {@code items.csv} and {@code
     * recusals.csv}, from the draw on {@code transcript.json}, {@code list.csv} and {@code list.xlsx}.
     */
    public Optional<byte[]> file(String id, String name) {
        return files.find(id, name);
    }

    /**
     * A part of a drawn plan's inspection list, in the order of the draw, with the names that the ledger has now; {@code
     * list.csv} has those of the day of the draw.
     *
     * @param from how many rows to pass over
     * @throws PlanStateException when the plan is not drawn
     */
    public List<ListRow> inspectionList(String id, int from, int limit) {
        return draws.list(drawn(id), from, limit);
    }

    /** Where a drawn plan's folder stands. */
    public Path folder(String id) {
        return draws.folder(get(id).id());
    }

    /**
     * Recomputes a plan's published folder and holds it to the database.
     *
     * @throws DrawFaultsException when a file is missing or the transcript is not one
     */
    public PlanVerdict verify(String id) throws DrawFaultsException {
        return draws.verify(get(id).id());
    }

    private Plan recorded(String id, PlanState state, String action, String note, String actor) {
        rows.event(id, new PlanEvent(now(), actor, state, note));
        audit.append(actor, action, id, note);
        return get(id);
    }

    private static String reason(String reason, String missing) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(missing);
        }
        return reason.strip();
    }

    private Plan locked(String id, PlanState next) {
        Plan plan = rows.lock(id).orElseThrow(() -> missing(id));
        requireNext(plan, next);
        return plan;
    }

    private Plan drawn(String id) {
        Plan plan = get(id);
        if (plan.state() != PlanState.DRAWN) {
            throw new PlanStateException(id, plan.state());
        }
        return plan;
    }

    private static void requireNext(Plan plan, PlanState next) {
        if (!plan.state().canBecome(next)) {
            throw new PlanStateException(plan.id(), plan.state(), next);
        }
    }

    private static void require(List<PlanFault> faults) {
        if (!faults.isEmpty()) {
            throw new PlanRefusedException(faults);
        }
    }

    private Plan get(String id) {
        return rows.find(id).orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(String id) {
        return new NoSuchElementException("没有计划 " + id + " / there is no plan " + id);
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
