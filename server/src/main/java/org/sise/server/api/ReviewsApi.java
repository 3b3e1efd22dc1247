package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Penalty;
import org.sise.server.desk.ReviewDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.security.SignedIn;
import org.sise.supervision.discretion.Benchmark;
import org.sise.supervision.discretion.Benchmarks;
import org.sise.supervision.discretion.Circumstance;
import org.sise.supervision.discretion.JudgedPenalty;
import org.sise.supervision.discretion.PenaltyBenchmark;
import org.sise.supervision.discretion.Verdict;
import org.sise.supervision.review.CaseReview;
import org.sise.supervision.review.CaseReviews;
import org.sise.supervision.review.ReviewAnswer;
import org.sise.supervision.review.ReviewFilter;
import org.sise.supervision.review.ReviewQuestion;
import org.sise.supervision.review.ReviewQuestions;
import org.sise.supervision.review.ReviewState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The review of cases, and penalties beside the benchmark of discretion. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "reviews", description = "案件审查与裁量基准 / case reviews and discretion")
final class ReviewsApi {

    private final CaseReviews reviews;
    private final ReviewDesk desk;
    private final Benchmarks benchmarks;
    private final PenaltyBenchmark penalties;

    ReviewsApi(CaseReviews reviews, ReviewDesk desk, Benchmarks benchmarks, PenaltyBenchmark penalties) {
        this.reviews = reviews;
        this.desk = desk;
        this.benchmarks = benchmarks;
        this.penalties = penalties;
    }

    /** A review. */
    @Schema(name = "CaseReview")
    public record ReviewResponse(
            long id,
            String business,
            String caseNumber,
            String department,
            String violation,
            @Nullable String benchmark,
            String state,
            String openedBy,
            Instant openedAt,

            @Schema(description = "货值等基数（元） / value of the goods, gains or fee in yuan") @Nullable
            BigDecimal value,

            @Nullable BigDecimal fine,

            @Schema(description = "none, light, general, heavy, below, above, unknown")
            String verdict,

            @Schema(description = "待审步骤 / the step to be answered next")
            int next) {}

    /** The answer to a step. */
    @Schema(name = "CaseReviewAnswer")
    public record AnswerRequest(
            @Nullable Integer step,
            @Nullable Boolean passed,
            @Nullable String answer,
            @Nullable String value,
            @Nullable String fine) {}

    /** Why it is taken up again. */
    @Schema(name = "CaseReviewReopening")
    public record ReopenRequest(@Nullable String reason) {}

    /** A penalty beside its benchmark. */
    @Schema(name = "JudgedPenalty")
    public record JudgedResponse(
            long record,
            String business,
            LocalDate date,
            @Nullable String document,
            @Nullable String basis,
            @Nullable BigDecimal fine,
            String verdict,
            List<String> benchmarks) {
        static JudgedResponse of(JudgedPenalty one) {
            Penalty penalty = (Penalty) one.stored().record();
            return new JudgedResponse(
                    one.stored().id(),
                    penalty.header().subject().value(),
                    penalty.header().date(),
                    penalty.header().document(),
                    penalty.basis(),
                    penalty.header().amount() == null
                            ? null
                            : penalty.header().amount().amount(),
                    one.judgement().verdict().token(),
                    one.judgement().benchmarks().stream().map(Benchmark::id).toList());
        }
    }

    @GetMapping("/reviews")
    @Operation(summary = "案件审查，最近在前 / reviews, the latest first")
    ApiPage<ReviewResponse> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ReviewFilter filter = new ReviewFilter(
                Choice.of(ReviewState.class, "state", state), Filled.orNull(business), Filled.orNull(department));
        int most = Limit.of(limit);
        return ApiPage.cut(
                reviews.page(filter, NumberCursor.of(cursor), most + 1),
                most,
                CaseReview::id,
                reviews.count(filter),
                this::response);
    }

    @GetMapping("/reviews/questions")
    @Operation(summary = "审查步骤 / the steps of the review")
    List<ReviewQuestion> questions() {
        return ReviewQuestions.standard().all();
    }

    @GetMapping("/reviews/{id}")
    @Operation(summary = "一项审查 / one review")
    ReviewResponse one(@PathVariable long id) {
        return response(reviews.find(id));
    }

    @GetMapping("/reviews/{id}/answers")
    @Operation(summary = "有效的审查意见 / the answers that count")
    Collection<ReviewAnswer> answers(@PathVariable long id) {
        reviews.find(id);
        return reviews.answers(id).values();
    }

    @PostMapping(path = "/reviews", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "开始审查 / opens the review of a case")
    ReviewResponse open(
            @RequestBody ReviewDesk.Case request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return one(desk.open(request, signedIn.getUsername()));
    }

    @PostMapping(path = "/reviews/{id}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "审查一步 / answers a step",
            description = "偏离裁量基准仅作提醒 / a fine outside the benchmark is warned of in the verdict")
    ReviewResponse answer(
            @PathVariable long id,
            @RequestBody AnswerRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (request.step() == null) {
            throw new BadParameterException("step", "请填写步骤 / the step is needed");
        }
        if (request.passed() == null) {
            throw new BadParameterException("passed", "请说明是否通过 / say whether it passed");
        }
        return response(desk.answer(
                id,
                request.step(),
                request.passed(),
                request.answer(),
                request.value(),
                request.fine(),
                signedIn.getUsername()));
    }

    @PostMapping(path = "/reviews/{id}/reopen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "恢复审查 / takes a stopped review up again")
    ReviewResponse reopen(
            @PathVariable long id,
            @RequestBody ReopenRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return response(reviews.reopen(id, Filled.orEmpty(request.reason()), signedIn.getUsername()));
    }

    @GetMapping("/discretion/benchmarks")
    @Operation(summary = "裁量基准 / the benchmarks of discretion")
    List<Benchmark> benchmarks() {
        return benchmarks.all();
    }

    @GetMapping("/discretion/circumstances")
    @Operation(summary = "裁量情节 / the circumstances that the law weighs")
    List<Circumstance> circumstances() {
        return benchmarks.circumstances();
    }

    @GetMapping("/discretion/penalties")
    @Operation(summary = "偏离裁量基准的处罚 / penalties outside the benchmark")
    List<JudgedResponse> penalties(
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String business,
            @Parameter(description = "记录编号小于 / of smaller numbers only") @RequestParam(required = false) @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return penalties
                .outside(Choice.of(Verdict.class, "verdict", verdict), Filled.orNull(business), before, Limit.of(limit))
                .stream()
                .map(JudgedResponse::of)
                .toList();
    }

    private ReviewResponse response(CaseReview review) {
        return new ReviewResponse(
                review.id(),
                review.business().value(),
                review.caseNumber(),
                review.department(),
                review.violation(),
                review.benchmark(),
                review.state().token(),
                review.openedBy(),
                review.openedAt(),
                review.value(),
                review.fine(),
                reviews.judgement(review).verdict().token(),
                reviews.next(review.id()));
    }
}
