package org.sise.supervision.review;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.discretion.Benchmark;
import org.sise.supervision.discretion.Benchmarks;
import org.sise.supervision.discretion.Judgement;
import org.sise.supervision.step.Step;
import org.sise.supervision.step.StepRefusedException;
import org.sise.supervision.step.Steps;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reviews of cases: step after step is answered, a no stops, the last step is another person's. A fine outside the benchmark
 * is warned of and does not stop. Methods with a number throw {@link NoSuchElementException} where there is none of it and
 * {@link StepRefusedException} where the step is not allowed.
 */
public final class CaseReviews {

    private final TransactionTemplate transaction;
    private final ReviewQuestions questions;
    private final Benchmarks benchmarks;
    private final ReviewRows rows;
    private final Steps steps;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public CaseReviews(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            ReviewQuestions questions,
            Benchmarks benchmarks,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.questions = questions;
        this.benchmarks = benchmarks;
        this.rows = new ReviewRows(dataSource);
        this.steps = new Steps(dataSource, audit, clock, "review");
        this.clock = clock;
    }

    /** Opens the review of a case; gives its number. */
    public long open(ReviewDraft draft, String actor) {
        requireText("caseNumber", draft.caseNumber());
        requireText("department", draft.department());
        requireText("violation", draft.violation());
        if (draft.benchmark() != null && benchmarks.find(draft.benchmark()).isEmpty()) {
            throw StepRefusedException.of(
                    "benchmark",
                    "没有裁量基准 %s / there is no benchmark %s".formatted(draft.benchmark(), draft.benchmark()));
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            long id = rows.insert(draft, now(), actor)
                    .orElseThrow(() -> StepRefusedException.of(
                            "caseNumber", "该部门的这一案件已有审查 / the case of this department has a review already"));
            steps.append(
                    id,
                    draft.business().value(),
                    ReviewState.OPEN,
                    actor,
                    draft.department().strip() + ' ' + draft.caseNumber().strip());
            return id;
        }));
    }

    /**
     * Answers the next step, or an earlier one anew, after which the later ones are to be answered again.
     *
     * @param passed whether the review goes on; if not it stops
     * @param value of the step that weighs: the value of the goods, the gains or the fee, or null where it is not known
     * @param fine of the step that weighs: the proposed fine
     */
    public CaseReview answer(
            long id,
            int step,
            boolean passed,
            String answer,
            @Nullable BigDecimal value,
            @Nullable BigDecimal fine,
            String actor) {
        requireText("answer", answer);
        return step(id, review -> {
            if (review.state() != ReviewState.OPEN) {
                throw StepRefusedException.state(review.state(), ReviewState.OPEN);
            }
            ReviewQuestion question = question(step, next(id));
            if (question.secondPerson() && actor.equals(review.openedBy())) {
                throw StepRefusedException.because("须由他人审核 / another person has to review it");
            }
            rows.answer(id, new ReviewAnswer(step, passed, answer.strip(), now(), actor));
            String said = "%d %s: %s".formatted(step, question.zh(), answer.strip());
            if (question.weighs() && passed) {
                said += weigh(review, value, fine);
            }
            if (!passed) {
                move(review, ReviewState.STOPPED, actor, said + " — " + question.stopZh() + " / " + question.stopEn());
            } else if (step == questions.all().size()) {
                move(review, ReviewState.COMPLETED, actor, said);
            } else {
                steps.append(id, review.business().value(), ReviewState.OPEN, actor, said);
            }
        });
    }

    /** Takes a stopped review up again. */
    public CaseReview reopen(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, review -> move(review, ReviewState.OPEN, actor, reason.strip()));
    }

    /** The number of the step to be answered next; one above the last where all have passed. */
    public int next(long id) {
        Map<Integer, ReviewAnswer> answers = answers(id);
        int next = 1;
        while (answers.containsKey(next) && answers.get(next).passed()) {
            next++;
        }
        return next;
    }

    /** The answers that count, by step: the last of each, unless an earlier step was answered after it. */
    public Map<Integer, ReviewAnswer> answers(long id) {
        TreeMap<Integer, ReviewAnswer> last = new TreeMap<>();
        for (ReviewAnswer answer : rows.answers(id)) {
            last.tailMap(answer.step(), false).clear();
            last.put(answer.step(), answer);
        }
        return last;
    }

    /** How the proposed fine stands to the case's benchmark. */
    public Judgement judgement(CaseReview review) {
        return judgement(review, review.value(), review.fine());
    }

    /** The review of a number. */
    public CaseReview find(long id) {
        return rows.find(id, false).orElseThrow(() -> missing(id));
    }

    /** The steps of a review, the first first. */
    public List<Step> steps(long id) {
        return steps.of(id);
    }

    /** Reviews, the latest first, with numbers below {@code before} where it is given. */
    public List<CaseReview> page(ReviewFilter filter, @Nullable Long before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** How many there are. */
    public long count(ReviewFilter filter) {
        return rows.count(filter);
    }

    private String weigh(CaseReview review, @Nullable BigDecimal value, @Nullable BigDecimal fine) {
        if (fine == null || fine.signum() < 0) {
            throw StepRefusedException.of(
                    "fine", "请填写拟罚金额（元），不罚款的填 0 / the proposed fine in yuan is needed; 0 for none");
        }
        if (value != null && value.signum() < 0) {
            throw StepRefusedException.of("value", "不能为负数 / must not be negative");
        }
        rows.weighed(review.id(), value, fine);
        Judgement judgement = judgement(review, value, fine);
        return " — %s（%s）".formatted(fine.toPlainString(), judgement.verdict().zh());
    }

    private Judgement judgement(CaseReview review, @Nullable BigDecimal value, @Nullable BigDecimal fine) {
        List<Benchmark> possible = review.benchmark() == null
                ? List.of()
                : benchmarks.find(review.benchmark()).stream()
                        .flatMap(one -> benchmarks.of(one.basis()).stream()
                                .filter(other -> other.violation().equals(one.violation())))
                        .toList();
        return Benchmarks.judge(possible, fine, value);
    }

    private ReviewQuestion question(int step, int next) {
        if (step < 1 || step > questions.all().size() || step > next) {
            throw StepRefusedException.of("step", "应先完成第 %d 步 / step %d comes first".formatted(next, next));
        }
        return questions.all().get(step - 1);
    }

    private void move(CaseReview review, ReviewState next, String actor, String note) {
        if (!review.state().canTransitionTo(next)) {
            throw StepRefusedException.state(review.state(), next);
        }
        rows.state(review.id(), next);
        steps.append(review.id(), review.business().value(), next, actor, note);
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw StepRefusedException.of(field, "请填写 / a text is needed");
        }
    }

    private CaseReview step(long id, Consumer<CaseReview> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            work.accept(rows.find(id, true).orElseThrow(() -> missing(id)));
            return find(id);
        }));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有案件审查 %d / there is no review %d".formatted(id, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
