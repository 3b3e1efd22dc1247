package org.sise.supervision.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.Inspection;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.Step;
import org.sise.supervision.step.StepRefusedException;
import org.sise.supervision.step.Steps;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commitments from signing to what became of them. Each is a record of the ledger whose versions tell its fulfilment. Methods
 * with a number throw {@link NoSuchElementException} where there is none of it and {@link StepRefusedException} where the
 * step is not allowed.
 */
public final class Commitments {

    private final TransactionTemplate transaction;
    private final CommitmentKinds kinds;
    private final CheckItems items;
    private final CommitmentRows rows;
    private final CommitmentRecords records;
    private final GroundRecords ledger;
    private final Bans bans;
    private final Steps steps;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Commitments(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            CommitmentKinds kinds,
            CheckItems items,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.kinds = kinds;
        this.items = items;
        this.rows = new CommitmentRows(dataSource);
        this.records = new CommitmentRecords(dataSource);
        this.ledger = new GroundRecords(dataSource);
        this.bans = new Bans(dataSource, kinds);
        this.steps = new Steps(dataSource, audit, clock, "commitment");
        this.clock = clock;
    }

    /** The text that a draft would be signed with. */
    public String text(CommitmentDraft draft) {
        return kind(draft.kind())
                .text(
                        ledger.name(draft.business().value())
                                .orElse(draft.business().value()),
                        draft.business(),
                        draft.matter().strip(),
                        today(),
                        draft.until());
    }

    /** Signs a commitment: it becomes a record of the ledger. Gives its number. */
    public long sign(CommitmentDraft draft, String actor) {
        CommitmentKind kind = kind(draft.kind());
        requireText("matter", draft.matter());
        requireText("department", draft.department());
        requireText("signer", draft.signer());
        LocalDate today = today();
        if (draft.until().isBefore(today)) {
            throw StepRefusedException.of("until", "履行期限不能早于今天 / the last day is over already");
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            requireNoBan(draft.business(), kind, today);
            requireItems(draft, kind);
            String key = CommitmentRecords.key(
                    draft.business(), kind.type(), draft.matter().strip(), today);
            long id = rows.insert(
                            draft,
                            kind,
                            text(draft),
                            today,
                            key,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            actor)
                    .orElseThrow(() ->
                            StepRefusedException.of("matter", "今日已就同一事由作出承诺 / the same was promised today already"));
            steps.append(
                    id,
                    draft.business().value(),
                    CommitmentState.SIGNED,
                    actor,
                    "%s; %s; %s; until %s"
                            .formatted(kind.code(), draft.matter().strip(), draft.signer(), draft.until()));
            records.append(find(id), kind);
            return id;
        }));
    }

    /** What the business says of how it kept its promise, for an official to confirm. */
    public SignedCommitment report(long id, String evidence, String actor) {
        requireText("evidence", evidence);
        return step(id, commitment -> {
            CommitmentState state = commitment.state();
            if (!state.canTransitionTo(CommitmentState.FULFILLED)) {
                throw StepRefusedException.state(state, CommitmentState.FULFILLED);
            }
            rows.reported(id, today(), evidence.strip());
            steps.append(id, commitment.business().value(), state, actor, evidence.strip());
        });
    }

    /** Says that it was kept in full or in part. */
    public SignedCommitment confirm(long id, boolean full, String evidence, String actor) {
        requireText("evidence", evidence);
        return step(id, commitment -> {
            CommitmentState next = full ? CommitmentState.FULFILLED : CommitmentState.PARTLY;
            move(commitment, next, null, null, evidence.strip(), actor);
        });
    }

    /**
     * Says that it was broken, as an inspection found.
     *
     * @param inspection the number of the inspection's record
     */
    public SignedCommitment breach(long id, long inspection, String note, String actor) {
        return step(id, commitment -> {
            requireProblem(commitment, inspection);
            LocalDate until =
                    today().plusMonths(kind(commitment.kind()).banMonths()).minusDays(1);
            String said = "inspection record %d; %s".formatted(inspection, note.strip());
            move(commitment, CommitmentState.BREACHED, inspection, until, said, actor);
        });
    }

    /** Judges that what an inspection found is no breach. */
    public SignedCommitment dismiss(long id, long inspection, String reason, String actor) {
        requireText("reason", reason);
        return step(id, commitment -> {
            requireProblem(commitment, inspection);
            if (rows.dismiss(id, inspection)) {
                String said = "inspection record %d is no breach; %s".formatted(inspection, reason.strip());
                steps.append(id, commitment.business().value(), commitment.state(), actor, said);
            }
        });
    }

    /** Takes a finding of breach back: its record is withdrawn and the ban is over. */
    public SignedCommitment clear(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(
                id,
                commitment -> move(
                        commitment, CommitmentState.CLEARED, commitment.inspection(), null, reason.strip(), actor));
    }

    /** The bans on promises that hold for a business on a day, by breaches here and elsewhere. */
    public List<Ban> bans(CreditCode business, LocalDate day) {
        return bans.of(business, day);
    }

    /** Whether a commitment stands for the check of an item on a day: made by a yellow business and still to be kept. */
    public boolean standsFor(CreditCode business, String item, LocalDate day) {
        return ledger.colour(business.value()) == Grade.YELLOW && rows.standsFor(business.value(), item, day);
    }

    /** Yellow businesses to which a commitment in place of checks may be offered, by credit code. */
    public List<String> offered(@Nullable String after, int limit) {
        return rows.without(Grade.YELLOW.ordinal(), null, after, limit);
    }

    /** Whether a commitment in place of checks may be offered to a business. */
    public boolean isOffered(CreditCode business) {
        return !rows.without(Grade.YELLOW.ordinal(), business.value(), null, 1).isEmpty();
    }

    /** Commitments after which an inspection found a problem, with numbers above {@code after} where it is given. */
    public List<Suspicion> suspicions(@Nullable Long after, int limit) {
        return rows.suspicions(after, limit);
    }

    /** What an inspection found after a commitment and nobody has judged, if there is something. */
    public Optional<Suspicion> suspicion(long id) {
        return rows.suspicions(id - 1, 1).stream()
                .filter(one -> one.commitment() == id)
                .findFirst();
    }

    /** The commitment of a number. */
    public SignedCommitment find(long id) {
        return rows.find(id, false).orElseThrow(() -> missing(id));
    }

    /** The steps of a commitment, the first first. */
    public List<Step> steps(long id) {
        return steps.of(id);
    }

    /** Commitments, the latest first, with numbers below {@code before} where it is given. */
    public List<SignedCommitment> page(CommitmentFilter filter, @Nullable Long before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** How many there are. */
    public long count(CommitmentFilter filter) {
        return rows.count(filter);
    }

    /** Says that the breach's record was repaired or withdrawn elsewhere, in the caller's transaction. */
    void clearedInTheLedger(long id, String reason) {
        SignedCommitment commitment = find(id);
        rows.state(id, CommitmentState.CLEARED, today(), commitment.inspection(), null);
        steps.append(id, commitment.business().value(), CommitmentState.CLEARED, "sise", reason);
    }

    private void move(
            SignedCommitment commitment,
            CommitmentState next,
            @Nullable Long inspection,
            @Nullable LocalDate bannedUntil,
            String note,
            String actor) {
        if (!commitment.state().canTransitionTo(next)) {
            throw StepRefusedException.state(commitment.state(), next);
        }
        rows.state(commitment.id(), next, today(), inspection, bannedUntil);
        steps.append(commitment.id(), commitment.business().value(), next, actor, note);
        records.append(find(commitment.id()), kind(commitment.kind()));
    }

    private void requireNoBan(CreditCode business, CommitmentKind kind, LocalDate today) {
        bans.of(business, today).stream()
                .filter(ban -> ban.type().equals(kind.type()))
                .findFirst()
                .ifPresent(ban -> {
                    throw StepRefusedException.of(
                            "business",
                            "曾违诺（记录 %d），%s 前不再适用同类承诺 / broken before (record %d): none of this type until %s"
                                    .formatted(ban.record(), ban.until(), ban.record(), ban.until()));
                });
    }

    private void requireItems(CommitmentDraft draft, CommitmentKind kind) {
        if (draft.items().isEmpty()) {
            return;
        }
        if (!kind.replacesChecks()) {
            throw StepRefusedException.of("items", "该类承诺不能替代检查 / this kind does not stand for checks");
        }
        if (ledger.colour(draft.business().value()) != Grade.YELLOW) {
            throw StepRefusedException.of(
                    "items", "仅黄色企业可以承诺替代部分检查 / only yellow businesses may promise in place of checks");
        }
        for (String item : draft.items()) {
            if (items.byId(item) == null) {
                throw StepRefusedException.of("items", "没有检查事项 %s / there is no item %s".formatted(item, item));
            }
        }
    }

    private void requireProblem(SignedCommitment commitment, long inspection) {
        StoredRecord stored = ledger.record(inspection)
                .filter(one -> one.record() instanceof Inspection)
                .filter(one -> one.record().header().subject().equals(commitment.business()))
                .flatMap(one -> ledger.latest(one.record().kind(), one.key()))
                .orElseThrow(() -> StepRefusedException.of(
                        "inspection",
                        "该企业没有检查记录 %d / the business has no inspection record %d".formatted(inspection, inspection)));
        Inspection found = (Inspection) stored.record();
        boolean sound = found.result() == InspectionResult.NO_PROBLEM
                || found.result() == InspectionResult.NO_SUCH_ACTIVITY
                || GroundRecords.end(found, today()) != null;
        if (sound || found.header().date().isBefore(commitment.madeOn())) {
            throw StepRefusedException.of(
                    "inspection",
                    "检查记录 %d 不能证明违诺：须在承诺之后发现问题 / record %d proves no breach: it must have found a problem after the promise"
                            .formatted(inspection, inspection));
        }
    }

    private CommitmentKind kind(String code) {
        return kinds.find(code)
                .orElseThrow(
                        () -> StepRefusedException.of("kind", "没有承诺类型 %s / there is no kind %s".formatted(code, code)));
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw StepRefusedException.of(field, "请填写 / a text is needed");
        }
    }

    private SignedCommitment step(long id, Consumer<SignedCommitment> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            work.accept(rows.find(id, true).orElseThrow(() -> missing(id)));
            return find(id);
        }));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有承诺 %d / there is no commitment %d".formatted(id, id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
