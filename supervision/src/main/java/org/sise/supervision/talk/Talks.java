package org.sise.supervision.talk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.step.Step;
import org.sise.supervision.step.StepRefusedException;
import org.sise.supervision.step.Steps;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Talks from their proposal to their follow-up. Methods with a number throw {@link NoSuchElementException} where there is
 * none of it and {@link StepRefusedException} where the step is not allowed.
 */
public final class Talks {

    private final TransactionTemplate transaction;
    private final TalkRows rows;
    private final GroundRecords ledger;
    private final Steps steps;
    private final RuleFigures figures;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Talks(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            RuleFigures figures,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new TalkRows(dataSource);
        this.ledger = new GroundRecords(dataSource);
        this.steps = new Steps(dataSource, audit, clock, "talk");
        this.figures = figures;
        this.clock = clock;
    }

    /** Proposes a talk; gives its number. */
    public long propose(TalkDraft draft, String actor) {
        requireText("department", draft.department());
        requireText("reason", draft.reason());
        if (draft.record() != null && !isOf(draft.record(), draft)) {
            throw StepRefusedException.of(
                    "record", "该企业没有记录 %d / the business has no record %d".formatted(draft.record(), draft.record()));
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            long id = rows.insert(draft, now(), actor)
                    .orElseThrow(() -> StepRefusedException.of(
                            "business", "该企业已有进行中的同类约谈 / the business has an open talk of this kind"));
            steps.append(
                    id,
                    draft.business().value(),
                    TalkState.PROPOSED,
                    actor,
                    "%s: %s".formatted(draft.kind().zh(), draft.reason().strip()));
            return id;
        }));
    }

    /**
     * Appoints time and place, or others than before.
     *
     * @param local the time in the zone of the clock
     */
    public Talk appoint(long id, LocalDateTime local, String place, String actor) {
        requireText("place", place);
        Instant at = local.atZone(clock.getZone()).toInstant();
        if (at.isBefore(clock.instant())) {
            throw StepRefusedException.of("at", "约定时间不能早于现在 / the time is over already");
        }
        return step(id, talk -> {
            move(talk, TalkState.APPOINTED, actor, local + " " + place.strip());
            rows.appointed(id, at, place.strip());
        });
    }

    /**
     * Keeps the minutes; from that day the time for the follow-up runs.
     *
     * @param attended who attended, by office
     */
    public Talk hold(long id, LocalDate on, String attended, String minutes, String actor) {
        requireText("attended", attended);
        requireText("minutes", minutes);
        if (on.isAfter(today())) {
            throw StepRefusedException.of("on", "约谈日不能晚于今天 / the day of the talk is in the future");
        }
        return step(id, talk -> {
            move(talk, TalkState.HELD, actor, on.toString());
            rows.held(id, on, attended.strip(), minutes.strip(), on.plusDays(figures.number("talk_follow_up_days")));
        });
    }

    /** Records what came of it. */
    public Talk follow(long id, String outcome, String actor) {
        requireText("outcome", outcome);
        return step(id, talk -> {
            move(talk, TalkState.FOLLOWED, actor, outcome.strip());
            rows.followed(id, outcome.strip());
        });
    }

    /** Cancels it. */
    public Talk cancel(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, talk -> move(talk, TalkState.CANCELLED, actor, reason.strip()));
    }

    /**
     * With whom a talk of a kind may be proposed: after a first minor breach of late, or with a red business; not where one
     * was proposed of late.
     *
     * @param after only larger credit codes, or null
     */
    public List<SuggestedTalk> suggested(TalkKind kind, @Nullable String after, int limit) {
        LocalDate today = today();
        Instant again = today.minusMonths(figures.number("talk_again_months"))
                .atStartOfDay(clock.getZone())
                .toInstant();
        return switch (kind) {
            case EDUCATIONAL ->
                rows.firstMinor(
                        today.minusDays(figures.number("talk_minor_days")),
                        today.minusMonths(figures.number("talk_first_months")),
                        again,
                        after,
                        limit);
            case CONSULTATIVE -> rows.risky(again, after, limit);
        };
    }

    /** The talk of a number. */
    public Talk find(long id) {
        return rows.find(id, false).orElseThrow(() -> missing(id));
    }

    /** The steps of a talk, the first first. */
    public List<Step> steps(long id) {
        return steps.of(id);
    }

    /** Talks, the latest first, with numbers below {@code before} where it is given. */
    public List<Talk> page(TalkFilter filter, @Nullable Long before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** How many there are. */
    public long count(TalkFilter filter) {
        return rows.count(filter);
    }

    private boolean isOf(long record, TalkDraft draft) {
        return ledger.record(record)
                .filter(one -> one.record().header().subject().equals(draft.business()))
                .isPresent();
    }

    private void move(Talk talk, TalkState next, String actor, String note) {
        if (!talk.state().canTransitionTo(next)) {
            throw StepRefusedException.state(talk.state(), next);
        }
        rows.state(talk.id(), next);
        steps.append(talk.id(), talk.business().value(), next, actor, note);
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw StepRefusedException.of(field, "请填写 / a text is needed");
        }
    }

    private Talk step(long id, Consumer<Talk> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            work.accept(rows.find(id, true).orElseThrow(() -> missing(id)));
            return find(id);
        }));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有约谈 %d / there is no talk %d".formatted(id, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
