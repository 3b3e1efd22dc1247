package org.sise.supervision.mode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.Page;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.visit.Suspensions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Modes of supervision: who is in one, by whose decision, and how it ends. A business is in one at a time. Entry and end are
 * each in the audit log in the same transaction.
 */
public final class Modes {

    /** The topic of the outbox for a business that comes into a mode. */
    public static final String ENTERED = "mode-entered";

    /** The topic of the outbox for a mode's end. */
    public static final String ENDED = Suspensions.ENDED;

    /** Who acts where the terms of a policy do. */
    public static final String RULE = "rule";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 200;

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final ModeRows rows;
    private final Suspensions suspensions;
    private final ModePolicies policies;
    private final Set<InspectionResult> problems;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param problems the results of inspections that are a problem found
     */
    public Modes(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            ModePolicies policies,
            Set<InspectionResult> problems,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.outbox = new Outbox(dataSource);
        this.rows = new ModeRows(dataSource);
        this.suspensions = new Suspensions(dataSource, audit);
        this.policies = policies;
        this.problems = Set.copyOf(problems);
        this.clock = clock;
    }

    /** The policies. */
    public ModePolicies policies() {
        return policies;
    }

    /**
     * Lets a business come into a mode.
     *
     * @param until its last day, or null for the longest that the policy allows
     * @throws NoSuchElementException for an unknown policy
     * @throws ModeRefusedException with every reason why the business does not qualify
     * @throws IllegalArgumentException without a reason, or with a last day that the policy does not allow
     */
    public SupervisionMode enter(
            String policyId, String business, @Nullable LocalDate until, String reason, String actor) {
        ModePolicy policy = policy(policyId);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: 请填写理由 / a reason is needed");
        }
        LocalDate day = today();
        LocalDate longest = day.plusDays(policy.longest());
        LocalDate last = until == null ? longest : until;
        if (last.isBefore(day) || last.isAfter(longest)) {
            throw new IllegalArgumentException(
                    "until: 应在 %s 至 %s 之间 / must be from %s to %s".formatted(day, longest, day, longest));
        }
        return inTransaction(() -> {
            suspensions.lockBusiness(business);
            List<Unmet> unmet =
                    rows.facts(business).map(facts -> policy.unmet(facts, day)).orElse(List.of(Unmet.UNKNOWN));
            if (!unmet.isEmpty()) {
                throw new ModeRefusedException(unmet);
            }
            long id = rows.enter(policy, business, day, last, reason.strip(), now(), actor);
            audit.append(
                    actor,
                    "mode-entered",
                    business,
                    "mode=%d; policy=%s; until=%s; %s".formatted(id, policy.id(), last, reason.strip()));
            outbox.add(ENTERED, business, "{\"mode\": %d, \"policy\": \"%s\"}".formatted(id, policy.id()));
            return get(id);
        });
    }

    /**
     * Ends a mode by a person's decision.
     *
     * @throws IllegalArgumentException without a reason
     * @throws IllegalStateException when it has ended
     */
    public SupervisionMode end(long id, String reason, String actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: 请填写理由 / a reason is needed");
        }
        return inTransaction(() -> {
            SupervisionMode mode = get(id);
            if (!end(new ModeRows.Ended(id, mode.business(), ModeEnd.DECISION, reason.strip()), actor)) {
                throw new IllegalStateException("该监管模式已结束 / the mode has ended already");
            }
            return get(id);
        });
    }

    /** Ends every mode that is over by its terms, each once. */
    public int endByRule() {
        int ended = 0;
        List<ModeRows.Ended> over;
        do {
            over = rows.over(today(), problems, AT_ONCE);
            for (ModeRows.Ended one : over) {
                ended += inTransaction(() -> end(one, RULE)) ? 1 : 0;
            }
        } while (over.size() == AT_ONCE);
        return ended;
    }

    /** Lets those come in who qualify for a policy by whose terms nobody has to decide. */
    public int enterByRule() {
        int entered = 0;
        for (ModePolicy policy : policies.all()) {
            if (policy.byRule() && policy.isInForce(today())) {
                entered += enterAll(policy);
            }
        }
        return entered;
    }

    /** Businesses that qualify for a policy today, by credit code, after one of them. */
    public List<ModeFacts> candidates(String policyId, @Nullable String after, int limit) {
        ModePolicy policy = policy(policyId);
        return policy.isInForce(today()) ? rows.candidates(policy, today(), after, limit) : List.of();
    }

    /** What keeps a business out of a policy's mode today; nothing where it qualifies. */
    public List<Unmet> unmet(String policyId, String business) {
        ModePolicy policy = policy(policyId);
        return rows.facts(business).map(facts -> policy.unmet(facts, today())).orElse(List.of(Unmet.UNKNOWN));
    }

    /** The modes of a business, the latest first. */
    public List<SupervisionMode> of(String business) {
        return rows.of(business);
    }

    /** The mode of a number. */
    public SupervisionMode get(long id) {
        return rows.find(id)
                .orElseThrow(() -> new NoSuchElementException("没有监管模式记录 %d / there is no mode %d".formatted(id, id)));
    }

    /**
     * A part of the modes, the latest first.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<SupervisionMode> list(ModeFilter filter, @Nullable String cursor, int limit) {
        Long before;
        try {
            before = cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
        }
        List<SupervisionMode> found = rows.list(filter, before, limit + 1);
        boolean more = found.size() > limit;
        List<SupervisionMode> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Long.toString(items.getLast().id()) : null, rows.count(filter));
    }

    private int enterAll(ModePolicy policy) {
        int entered = 0;
        List<ModeFacts> some;
        String after = null;
        do {
            some = rows.candidates(policy, today(), after, AT_ONCE);
            for (ModeFacts facts : some) {
                after = facts.code();
                try {
                    enter(policy.id(), facts.code(), null, policy.zh(), RULE);
                    entered++;
                } catch (ModeRefusedException e) {
                    continue; // somebody let it in meanwhile, or its colour changed
                }
            }
        } while (some.size() == AT_ONCE);
        return entered;
    }

    private boolean end(ModeRows.Ended ended, String actor) {
        if (!rows.end(ended.id(), ended.end(), ended.note(), now(), actor)) {
            return false;
        }
        audit.append(
                actor,
                "mode-ended",
                ended.business(),
                "mode=%d; trigger=%s; %s".formatted(ended.id(), ended.end(), ended.note()));
        outbox.add(
                ENDED,
                ended.business(),
                "{\"mode\": %d, \"trigger\": \"%s\"}"
                        .formatted(ended.id(), ended.end().token()));
        return true;
    }

    private ModePolicy policy(String id) {
        ModePolicy policy = policies.byId(id);
        if (policy == null) {
            throw new NoSuchElementException("没有该政策 %s / there is no policy %s".formatted(id, id));
        }
        return policy;
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
