package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.desk.CommitmentDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.CodeField;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.commitment.Ban;
import org.sise.supervision.commitment.CommitmentFilter;
import org.sise.supervision.commitment.CommitmentKind;
import org.sise.supervision.commitment.CommitmentKinds;
import org.sise.supervision.commitment.CommitmentState;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.commitment.SignedCommitment;
import org.sise.supervision.commitment.Suspicion;
import org.sise.supervision.step.Step;
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

/** Credit commitments, from the text to what became of them. */
@RestController
@RequestMapping(path = "/api/v1/commitments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "commitments", description = "信用承诺 / commitments")
final class CommitmentsApi {

    private final Commitments commitments;
    private final CommitmentKinds kinds;
    private final CommitmentDesk desk;
    private final ColourAccess colours;
    private final Clock clock;

    CommitmentsApi(
            Commitments commitments, CommitmentKinds kinds, CommitmentDesk desk, ColourAccess colours, Clock clock) {
        this.commitments = commitments;
        this.kinds = kinds;
        this.desk = desk;
        this.colours = colours;
        this.clock = clock;
    }

    /** A commitment. */
    @Schema(name = "Commitment")
    public record CommitmentResponse(
            long id,
            String kind,
            String business,
            String matter,
            String content,
            String department,
            List<String> items,
            LocalDate madeOn,
            LocalDate until,
            LocalDate checkBy,
            String signer,
            boolean published,
            String state,
            @Nullable LocalDate confirmedOn,
            @Nullable Long inspection,
            @Nullable LocalDate bannedUntil,
            @Nullable LocalDate reportedOn,
            @Nullable String report) {
        static CommitmentResponse of(SignedCommitment one) {
            return new CommitmentResponse(
                    one.id(),
                    one.kind(),
                    one.business().value(),
                    one.matter(),
                    one.content(),
                    one.department(),
                    one.items(),
                    one.madeOn(),
                    one.until(),
                    one.checkBy(),
                    one.signer(),
                    one.published(),
                    one.state().token(),
                    one.confirmedOn(),
                    one.inspection(),
                    one.bannedUntil(),
                    one.reportedOn(),
                    one.report());
        }
    }

    /** An inspection after a commitment that found a problem. */
    @Schema(name = "CommitmentSuspicion")
    public record SuspicionResponse(long commitment, String business, long inspection, LocalDate on, String result) {
        static SuspicionResponse of(Suspicion one) {
            return new SuspicionResponse(
                    one.commitment(),
                    one.business(),
                    one.inspection(),
                    one.on(),
                    one.result().token());
        }
    }

    /** A text. */
    @Schema(name = "CommitmentText")
    public record TextResponse(String text) {}

    /** Whether a commitment stands for a check. */
    @Schema(name = "CommitmentInPlaceOfCheck")
    public record StandsForResponse(String business, String item, LocalDate day, boolean standsFor) {}

    /** What a step says; each step takes its own fields. */
    @Schema(name = "CommitmentStep")
    public record StepRequest(
            @Schema(description = "履行情况，用于 confirm / how it was kept, of confirm") @Nullable
            String evidence,

            @Schema(description = "是否全部履行，用于 confirm / whether in full, of confirm") @Nullable
            Boolean full,

            @Schema(description = "检查记录号，用于 breach、dismiss / an inspection record, of breach and dismiss") @Nullable
            Long inspection,

            @Schema(description = "理由，用于 breach、dismiss、clear / reason, of breach, dismiss and clear") @Nullable
            String reason) {}

    /** How a promise was kept. */
    @Schema(name = "CommitmentReport")
    public record ReportRequest(@Nullable String evidence) {}

    @GetMapping
    @Operation(summary = "承诺，最近在前 / commitments, the latest first")
    ApiPage<CommitmentResponse> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @Parameter(description = "履行期限不晚于 / still to be kept by this day") @RequestParam(required = false) @Nullable
                    String dueBy,
            @Parameter(description = "企业已报告履行、待确认 / said to be kept, not confirmed")
                    @RequestParam(defaultValue = "false")
                    boolean reported,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        CommitmentFilter filter = new CommitmentFilter(
                Filled.orNull(kind),
                Choice.of(CommitmentState.class, "state", state),
                Filled.orNull(business),
                Filled.orNull(dueBy) == null ? null : DayField.of("dueBy", dueBy),
                reported);
        int most = Limit.of(limit);
        return ApiPage.cut(
                commitments.page(filter, NumberCursor.of(cursor), most + 1),
                most,
                SignedCommitment::id,
                commitments.count(filter),
                CommitmentResponse::of);
    }

    @GetMapping("/kinds")
    @Operation(summary = "承诺类型和文本 / the kinds and their texts")
    List<CommitmentKind> kinds() {
        return kinds.all();
    }

    @GetMapping("/suspicions")
    @Operation(summary = "疑似违诺 / inspections that may show a breach")
    List<SuspicionResponse> suspicions(
            @Parameter(description = "承诺编号大于 / of larger numbers only") @RequestParam(required = false) @Nullable
                    Long after,
            @RequestParam(defaultValue = "50") int limit) {
        return commitments.suspicions(after, Limit.of(limit)).stream()
                .map(SuspicionResponse::of)
                .toList();
    }

    @GetMapping("/offers")
    @Operation(summary = "可以承诺替代检查的企业 / to whom a commitment in place of checks may be offered")
    List<String> offers(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (!colours.seesColours(signedIn.account())) {
            throw new NotFoundException("offers");
        }
        return commitments.offered(after, Limit.of(limit));
    }

    @GetMapping("/bans")
    @Operation(summary = "不再适用的承诺 / what a business may not promise, and until when")
    List<Ban> bans(@RequestParam(required = false) @Nullable String business) {
        return commitments.bans(CodeField.of("business", business), LocalDate.now(clock));
    }

    @GetMapping("/stands-for")
    @Operation(summary = "承诺是否替代检查 / whether a commitment stands for the check of an item")
    StandsForResponse standsFor(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam String item,
            @RequestParam(required = false) @Nullable String day) {
        CreditCode code = CodeField.of("business", business);
        LocalDate on = Filled.orNull(day) == null ? LocalDate.now(clock) : DayField.of("day", day);
        return new StandsForResponse(code.value(), item, on, commitments.standsFor(code, item, on));
    }

    @GetMapping("/mine")
    @Operation(summary = "本企业的承诺 / the signed-in business's own")
    List<CommitmentResponse> mine(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return desk.of(signedIn.account()).commitments().stream()
                .map(CommitmentResponse::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一项承诺 / one commitment")
    CommitmentResponse one(@PathVariable long id) {
        return CommitmentResponse.of(commitments.find(id));
    }

    @GetMapping("/{id}/steps")
    @Operation(summary = "办理过程 / its steps")
    List<Step> steps(@PathVariable long id) {
        commitments.find(id);
        return commitments.steps(id);
    }

    @PostMapping(path = "/text", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "承诺文本 / the text that would be signed")
    TextResponse text(
            @RequestBody CommitmentDesk.Proposal proposal,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return new TextResponse(desk.text(proposal, signedIn.account()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "签署 / signs", description = "仅企业本身 / the business itself only")
    CommitmentResponse sign(
            @RequestBody CommitmentDesk.Proposal proposal,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return one(desk.sign(proposal, signedIn.account()));
    }

    @PostMapping(path = "/{id}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "企业报告履行情况 / the business says how it kept its promise")
    CommitmentResponse report(
            @PathVariable long id,
            @RequestBody ReportRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        desk.own(id, signedIn.account());
        return CommitmentResponse.of(
                commitments.report(id, Filled.orEmpty(request.evidence()), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "下一步 / the next step", description = "confirm, breach, dismiss, clear")
    CommitmentResponse step(
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody StepRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String by = signedIn.getUsername();
        String reason = Filled.orEmpty(request.reason());
        Function<Long, SignedCommitment> work = switch (step) {
            case "confirm" ->
                one -> commitments.confirm(
                        one, Objects.requireNonNullElse(request.full(), true), Filled.orEmpty(request.evidence()), by);
            case "breach" -> one -> commitments.breach(one, inspection(request), reason, by);
            case "dismiss" -> one -> commitments.dismiss(one, inspection(request), reason, by);
            case "clear" -> one -> commitments.clear(one, reason, by);
            default -> throw new NotFoundException(step);
        };
        return CommitmentResponse.of(work.apply(id));
    }

    private static long inspection(StepRequest request) {
        if (request.inspection() == null) {
            throw new BadParameterException("inspection", "请填写检查记录编号 / the number of an inspection record is needed");
        }
        return request.inspection();
    }
}
