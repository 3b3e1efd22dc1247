package org.sise.supervision.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.step.GroundEnd;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.step.Step;
import org.sise.supervision.step.StepRefusedException;
import org.sise.supervision.step.Steps;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The course of measures from their proposal to their end. A burden is confirmed by another person, served, heard and only
 * then sent to its department. Methods with a number throw {@link NoSuchElementException} where there is none of it and
 * {@link StepRefusedException} where the state does not allow the step.
 */
public final class Measures {

    private final TransactionTemplate transaction;
    private final MeasureCatalogue catalogue;
    private final MeasureRows rows;
    private final Grounds grounds;
    private final Steps steps;
    private final MeasureNotices notices;
    private final RuleFigures figures;
    private final BiFunction<LocalDate, Integer, LocalDate> workingDays;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param workingDays the last day of a period of so many working days from a day
     */
    public Measures(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            MeasureCatalogue catalogue,
            RuleFigures figures,
            BiFunction<LocalDate, Integer, LocalDate> workingDays,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.catalogue = catalogue;
        this.rows = new MeasureRows(dataSource);
        this.grounds = new Grounds(dataSource);
        this.steps = new Steps(dataSource, audit, clock, "measure");
        this.notices = new MeasureNotices(new Outbox(dataSource));
        this.figures = figures;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Confirms a proposal; an incentive comes into force with it. */
    public Measure confirm(long id, String actor) {
        return step(id, measure -> {
            requireAnother(measure, actor);
            requireGround(measure);
            move(measure, MeasureState.CONFIRMED, actor, "");
            rows.confirmedBy(id, actor);
            if (measure.kind() == MeasureKind.INCENTIVE) {
                enterIntoForce(find(id), actor);
            }
        });
    }

    /** Refuses a proposal. */
    public Measure refuse(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, measure -> {
            requireAnother(measure, actor);
            move(measure, MeasureState.REFUSED, actor, reason.strip());
        });
    }

    /**
     * Records that the business was told of a confirmed measure; from that day it may be heard.
     *
     * @param way how it was served, in words
     */
    public Measure serve(long id, LocalDate on, String way, String actor) {
        requireText("way", way);
        if (on.isAfter(today())) {
            throw StepRefusedException.of("on", "送达日不能晚于今天 / the day of service is in the future");
        }
        return step(id, measure -> {
            move(measure, MeasureState.NOTIFIED, actor, "%s %s".formatted(on, way.strip()));
            rows.served(id, on, way.strip(), workingDays.apply(on, figures.number("measure_hearing_days")));
        });
    }

    /**
     * Records what the business said, or that it waived its right to be heard.
     *
     * @param upheld whether the measure stays; if not it is dropped
     */
    public Measure hear(long id, String statement, boolean upheld, String actor) {
        requireText("statement", statement);
        return step(id, measure -> {
            if (measure.state() != MeasureState.NOTIFIED) {
                throw StepRefusedException.of(
                        "state", "告知后方可陈述申辩 / a business is heard after it was served, not before");
            }
            rows.heard(id);
            if (upheld) {
                steps.append(id, measure.business().value(), MeasureState.NOTIFIED, actor, statement.strip());
            } else {
                move(measure, MeasureState.DROPPED, actor, statement.strip());
            }
        });
    }

    /** Brings a served measure into force and tells its department; the hearing must be over, or its period. */
    public Measure dispatch(long id, String actor) {
        return step(id, measure -> {
            LocalDate due = measure.hearingDue();
            if (measure.state() == MeasureState.CONFIRMED) {
                throw StepRefusedException.because("尚未告知企业 / the business has not been told yet");
            }
            if (!measure.heard() && due != null && !today().isAfter(due)) {
                throw StepRefusedException.because(
                        "陈述申辩期至 %s，期满或听取意见后方可生效 / the business may be heard until %s: not before that or before it was heard"
                                .formatted(due, due));
            }
            requireGround(measure);
            enterIntoForce(measure, actor);
        });
    }

    /** Records that the department has it. */
    public Measure acknowledge(long id, String note, String actor) {
        return step(id, measure -> move(measure, MeasureState.ACKNOWLEDGED, actor, note.strip()));
    }

    /** Records what the department did. */
    public Measure act(long id, String note, String actor) {
        requireText("note", note);
        return step(id, measure -> move(measure, MeasureState.ACTED, actor, note.strip()));
    }

    /** Records what a department said without doing anything. */
    void note(long id, String text, String actor) {
        Measure measure = find(id);
        steps.append(id, measure.business().value(), measure.state(), actor, text);
    }

    /** Lifts a measure in force, or drops one that is not, by decision. */
    public Measure lift(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, measure -> end(measure, reason.strip(), actor));
    }

    /** Ends a measure if its ground no longer stands, in the caller's transaction; true if it was ended. */
    boolean endIfGroundless(long id, String actor) {
        Measure measure = rows.find(id, true).orElseThrow();
        if (measure.state().isOver()) {
            return false;
        }
        GroundEnd end = grounds.end(measure, entry(measure), today());
        LocalDate until = measure.until();
        if (end == null && until != null && until.isBefore(today())) {
            end = GroundEnd.EXPIRED;
        }
        if (end == null) {
            return false;
        }
        end(measure, end.zh() + " / " + end.en(), actor);
        return true;
    }

    /** The measure of a number. */
    public Measure find(long id) {
        return rows.find(id, false).orElseThrow(() -> missing(id));
    }

    /** The steps of a measure, the first first. */
    public List<Step> steps(long id) {
        return steps.of(id);
    }

    /** Measures, the latest first, with numbers below {@code before} where it is given. */
    public List<Measure> page(MeasureFilter filter, @Nullable Long before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** How many there are. */
    public long count(MeasureFilter filter) {
        return rows.count(filter);
    }

    /** Who enforces what. */
    public List<Enforcer> enforcers() {
        return rows.enforcers();
    }

    private void enterIntoForce(Measure measure, String actor) {
        LocalDate from = today();
        LocalDate until = until(measure, from);
        move(measure, MeasureState.IN_FORCE, actor, until == null ? "" : "%s – %s".formatted(from, until));
        rows.inForce(measure.id(), from, until);
        notices.inForce(find(measure.id()), entry(measure));
    }

    private @Nullable LocalDate until(Measure measure, LocalDate from) {
        Integer months = entry(measure).months();
        LocalDate byMonths = months == null ? null : from.plusMonths(months).minusDays(1);
        LocalDate byGround = grounds.publishedUntil(measure);
        if (byMonths == null || byGround == null) {
            return byMonths == null ? byGround : byMonths;
        }
        return byMonths.isBefore(byGround) ? byMonths : byGround;
    }

    private void end(Measure measure, String reason, String actor) {
        boolean inForce = measure.state().isInForce();
        move(measure, inForce ? MeasureState.LIFTED : MeasureState.DROPPED, actor, reason);
        if (inForce) {
            notices.over(measure, entry(measure), reason);
        }
    }

    private void move(Measure measure, MeasureState next, String actor, String note) {
        if (!measure.state().canTransitionTo(next)) {
            throw StepRefusedException.state(measure.state(), next);
        }
        rows.state(measure.id(), next);
        steps.append(measure.id(), measure.business().value(), next, actor, note);
    }

    private void requireGround(Measure measure) {
        GroundEnd end = grounds.end(measure, entry(measure), today());
        if (end != null) {
            throw StepRefusedException.because(
                    "%s，措施不能生效 / %s: the measure cannot come into force".formatted(end.zh(), end.en()));
        }
    }

    private static void requireAnother(Measure measure, String actor) {
        if (measure.proposedBy().equals(actor)) {
            throw StepRefusedException.because("须由他人确认 / another person has to confirm it");
        }
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw StepRefusedException.of(field, "请填写说明 / a text is needed");
        }
    }

    private MeasureEntry entry(Measure measure) {
        return Optional.ofNullable(catalogue.byId(measure.entry())).orElseThrow();
    }

    private Measure step(long id, Consumer<Measure> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            work.accept(rows.find(id, true).orElseThrow(() -> missing(id)));
            return find(id);
        }));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有措施 %d / there is no measure %d".formatted(id, id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
