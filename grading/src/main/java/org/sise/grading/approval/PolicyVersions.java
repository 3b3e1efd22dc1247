package org.sise.grading.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.PolicyReading;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The versions of policies on their way into force: drafted, submitted with a day, approved by two people who neither wrote
 * nor submitted it and who had a what-if against the policy in force, in force on the day. Each step comes true in one
 * transaction with its line in the audit log; steps wait for each other. Methods with a version's number throw
 * {@link NoSuchElementException} where there is none, and {@link PolicyRefusedException} where the step is not open.
 */
public final class PolicyVersions {

    /** Who acts where no person does: at the installation, and when a day comes. */
    public static final String SYSTEM = "system";

    private final TransactionTemplate transaction;
    private final PolicyRows rows;
    private final WhatIfs whatIfs;
    private final AuditLog audit;
    private final PolicyCalendar calendar;
    private final CheckedPolicies policies = new CheckedPolicies();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and grading. */
    public PolicyVersions(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new PolicyRows(dataSource);
        this.whatIfs = new WhatIfs(dataSource);
        this.audit = audit;
        this.calendar = new PolicyCalendar(rows, audit, new RegradeQueue(dataSource), clock);
    }

    /**
     * Records the first version of an installation as approved and in force, in the name of the system. Does nothing where
     * there is any version.
     *
     * @return whether it was recorded
     * @throws PolicyFaultsException when the file is no sound policy
     */
    public boolean install(byte[] file) {
        return inTransaction(() -> {
            rows.lock();
            if (!rows.isEmpty()) {
                return false;
            }
            Policy policy = policies.usable(file);
            LocalDate from = policy.inForceFrom().isAfter(calendar.today()) ? calendar.today() : policy.inForceFrom();
            String says = "安装时内置的第一版，由系统直接记为已批准 / first version, built in; approved by the system at the installation";
            long id = rows.insert(policy, file, SYSTEM);
            rows.append(id, PolicyStep.DRAFTED, 0, SYSTEM, says);
            rows.append(id, PolicyStep.APPROVED, 0, SYSTEM, says);
            rows.append(id, PolicyStep.SCHEDULED, 0, SYSTEM, from, true, null, says);
            audit.append(SYSTEM, "policy-installed", get(id).name(), policy.digest() + "; " + says);
            calendar.begin(calendar.today());
            return true;
        });
    }

    /** What a file comes to; nothing is kept. */
    public PolicyReading check(byte[] file) {
        return policies.read(file);
    }

    /**
     * Keeps a file as a draft.
     *
     * @throws PolicyFaultsException when it is no sound policy
     * @throws PolicyRefusedException when it or its version is there already, or it does not give colours
     */
    public PolicyVersion draft(byte[] file, String author) {
        Policy policy = policies.usable(file);
        return step(() -> {
            rows.ofDigest(policy.digest()).ifPresent(same -> {
                throw new PolicyRefusedException(PolicyRefusal.SAME_FILE, same.name(), states(same));
            });
            rows.ofName(policy.id(), policy.version()).ifPresent(same -> {
                throw new PolicyRefusedException(PolicyRefusal.SAME_NAME, same.name());
            });
            long id = rows.insert(policy, file, author);
            rows.append(id, PolicyStep.DRAFTED, 0, author, null);
            audit.append(author, "policy-drafted", get(id).name(), policy.digest());
            return get(id);
        });
    }

    /**
     * Puts a draft, or a version taken back, before the approvers.
     *
     * @param from the first day on which it is to grade, in Shanghai
     * @param retroactive whether a day that has passed is meant
     */
    public PolicyVersion submit(long id, LocalDate from, boolean retroactive, String actor) {
        return step(() -> {
            PolicyVersion version = get(id);
            require(version, PolicyStep.SUBMITTED, PolicyState.DRAFT, PolicyState.WITHDRAWN);
            Policy policy = policies.usable(file(id));
            if (from.isBefore(policy.inForceFrom())) {
                throw new PolicyRefusedException(PolicyRefusal.DAY_BEFORE_FILE, from, policy.inForceFrom());
            }
            calendar.require(from, retroactive);
            rows.append(id, PolicyStep.SUBMITTED, version.round() + 1, actor, from, retroactive, null, null);
            audit.append(actor, "policy-submitted", version.name(), day(from, retroactive));
            return get(id);
        });
    }

    /**
     * One person's approval. The second sets the day; where that has come, the version is in force at once and every
     * business is in the regrade queue.
     *
     * @param retroactive whether the approver agrees to a day that has passed
     * @param note what the approver adds, or null
     */
    public PolicyVersion approve(long id, boolean retroactive, @Nullable String note, String actor) {
        return step(() -> {
            PolicyVersion version = get(id);
            require(version, PolicyStep.APPROVED, PolicyState.SUBMITTED);
            if (version.isOwnWorkOf(actor)) {
                throw new PolicyRefusedException(PolicyRefusal.OWN_WORK, version.name(), actor);
            }
            if (version.isApprovedBy(actor)) {
                throw new PolicyRefusedException(PolicyRefusal.TWICE, version.name(), actor);
            }
            WhatIfOnRecord whatIf = whatIf(version)
                    .orElseThrow(() -> new PolicyRefusedException(
                            PolicyRefusal.NO_WHAT_IF,
                            version.name(),
                            calendar.present().name()));
            LocalDate from = Objects.requireNonNull(version.inForceFrom());
            boolean agreed = version.retroactive()
                    && retroactive
                    && version.approvals().stream().allMatch(PolicyEvent::retroactive);
            calendar.require(from, agreed);
            rows.append(id, PolicyStep.APPROVED, version.round(), actor, null, retroactive, whatIf.id(), text(note));
            audit.append(
                    actor,
                    "policy-approved",
                    version.name(),
                    "what-if %d; %s".formatted(whatIf.id(), day(from, retroactive)));
            if (version.approvals().size() + 1 == PolicyVersion.APPROVALS) {
                rows.append(id, PolicyStep.SCHEDULED, version.round(), SYSTEM, from, agreed, null, null);
                audit.append(SYSTEM, "policy-scheduled", version.name(), day(from, agreed));
                calendar.begin(calendar.today());
            }
            return get(id);
        });
    }

    /**
     * Refuses a version for good: one that is before the approvers, or an approved one before its day.
     *
     * @throws PolicyRefusedException also without a reason
     */
    public PolicyVersion refuse(long id, String reason, String actor) {
        if (text(reason) == null) {
            throw new PolicyRefusedException(PolicyRefusal.NO_REASON);
        }
        return step(() -> {
            PolicyVersion version = get(id);
            require(version, PolicyStep.REFUSED, PolicyState.SUBMITTED, PolicyState.SCHEDULED);
            rows.append(id, PolicyStep.REFUSED, version.round(), actor, reason.strip());
            audit.append(actor, "policy-refused", version.name(), reason.strip());
            return get(id);
        });
    }

    /**
     * Takes back a draft or a submitted version; the approvals that it has no longer count.
     *
     * @param reason why, or null
     */
    public PolicyVersion withdraw(long id, @Nullable String reason, String actor) {
        return step(() -> {
            PolicyVersion version = get(id);
            require(version, PolicyStep.WITHDRAWN, PolicyState.DRAFT, PolicyState.SUBMITTED);
            rows.append(id, PolicyStep.WITHDRAWN, version.round(), actor, text(reason));
            audit.append(actor, "policy-withdrawn", version.name(), reason == null ? "" : reason.strip());
            return get(id);
        });
    }

    /**
     * Puts in force what is approved and whose day has come: the one before is superseded, and every business enters the
     * regrade queue, once, in one transaction.
     *
     * @return whether anything came into force
     */
    public boolean bringIntoForce(LocalDate today) {
        if (!calendar.isAnyDue(today)) {
            return false;
        }
        return inTransaction(() -> {
            rows.lock();
            return calendar.begin(today);
        });
    }

    /** The version of a number, if there is one. */
    public Optional<PolicyVersion> find(long id) {
        return rows.find(id);
    }

    /**
     * A part of the versions, the newest first.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<PolicyVersion> list(PolicyFilter filter, @Nullable String cursor, int limit) {
        try {
            return rows.page(filter, cursor == null ? null : Long.valueOf(cursor), limit);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
        }
    }

    /** The ids of all policies of which there is a version. */
    public List<String> policies() {
        return rows.policies();
    }

    /** The file of a version, byte for byte. */
    public byte[] file(long id) {
        return rows.file(id).orElseThrow(() -> missing(id));
    }

    /** What happened to a version, in order. */
    public List<PolicyEvent> history(long id) {
        get(id);
        return rows.history(id);
    }

    /** The latest finished what-if of a version against the policy that is in force today, if there is one. */
    public Optional<WhatIfOnRecord> whatIf(PolicyVersion version) {
        return whatIfs.finished(version.digest(), calendar.present().digest());
    }

    /** The version that is in force today. */
    public PolicyVersion inForce() {
        return get(calendar.present().id());
    }

    private static void require(PolicyVersion version, PolicyStep step, PolicyState... open) {
        if (!List.of(open).contains(version.state())) {
            PolicyState state = version.state();
            throw new PolicyRefusedException(
                    PolicyRefusal.WRONG_STATE, version.name(), state.zh(), step.zh(), state.en(), step.en());
        }
    }

    private PolicyVersion get(long id) {
        return rows.find(id).orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有该版本的评级规则 / there is no policy version " + id);
    }

    private static String states(PolicyVersion version) {
        return version.state().zh() + ", " + version.state().en();
    }

    private static String day(LocalDate from, boolean retroactive) {
        return "in force from " + from + (retroactive ? " (retroactive)" : "");
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Waits for the steps of others, puts in force what is due, then does the step. */
    private <T> T step(Supplier<T> work) {
        return inTransaction(() -> {
            rows.lock();
            calendar.begin(calendar.today());
            return work.get();
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
