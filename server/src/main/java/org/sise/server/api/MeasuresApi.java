package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.CodeField;
import org.sise.server.query.DayField;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.measure.Enforcer;
import org.sise.supervision.measure.Measure;
import org.sise.supervision.measure.MeasureFilter;
import org.sise.supervision.measure.MeasureKind;
import org.sise.supervision.measure.MeasureProposals;
import org.sise.supervision.measure.MeasureState;
import org.sise.supervision.measure.Measures;
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

/** Measures on businesses, from their proposal to their end. */
@RestController
@RequestMapping(path = "/api/v1/measures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "measures", description = "惩戒与激励措施 / measures and incentives")
final class MeasuresApi {

    private final Measures measures;
    private final MeasureProposals proposals;

    MeasuresApi(Measures measures, MeasureProposals proposals) {
        this.measures = measures;
        this.proposals = proposals;
    }

    /** A measure. */
    @Schema(name = "Measure")
    public record MeasureResponse(
            long id,
            String entry,
            String kind,
            String category,
            String department,
            String business,

            @Schema(description = "依据的记录号 / the record that is its ground") @Nullable
            Long record,

            String ground,
            String state,
            String proposedBy,
            @Nullable String confirmedBy,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate hearingDue,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        static MeasureResponse of(Measure measure) {
            return new MeasureResponse(
                    measure.id(),
                    measure.entry(),
                    measure.kind().token(),
                    measure.category(),
                    measure.department(),
                    measure.business().value(),
                    measure.ground() == null ? null : measure.ground().record(),
                    measure.groundWords(),
                    measure.state().token(),
                    measure.proposedBy(),
                    measure.confirmedBy(),
                    measure.servedOn(),
                    measure.hearingDue(),
                    measure.inForceFrom(),
                    measure.until());
        }
    }

    /** An entry that a business's records allow. */
    @Schema(name = "MeasureCandidate")
    public record CandidateResponse(
            String entry, String kind, String content, String basis, String department, String ground) {}

    /** A proposal. */
    @Schema(name = "MeasureProposal")
    public record Proposal(
            @Nullable String business, @Nullable String entry) {}

    /** What a step says; each step takes its own fields. */
    @Schema(name = "MeasureStep")
    public record StepRequest(
            @Nullable String note,

            @Schema(description = "送达日 / day of service") @Nullable
            String on,

            @Schema(description = "听取意见后是否继续 / whether it stays after the hearing") @Nullable
            Boolean upheld) {}

    @GetMapping
    @Operation(summary = "措施，最近在前 / measures, the latest first")
    ApiPage<MeasureResponse> list(
            @Parameter(description = "measure, incentive") @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String business,
            @Parameter(description = "编号小于 / only smaller numbers") @RequestParam(required = false) @Nullable
                    Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        MeasureFilter filter = new MeasureFilter(
                Choice.of(MeasureKind.class, "kind", kind),
                Choice.of(MeasureState.class, "state", state),
                category,
                department,
                business);
        int most = Limit.of(limit);
        return ApiPage.cut(
                measures.page(filter, cursor, most + 1),
                most,
                Measure::id,
                measures.count(filter),
                MeasureResponse::of);
    }

    @GetMapping("/overview")
    @Operation(summary = "谁在执行什么 / who enforces what")
    List<Enforcer> overview() {
        return measures.enforcers();
    }

    @GetMapping("/candidates")
    @Operation(summary = "有效记录符合条件的措施 / what a business's records allow")
    List<CandidateResponse> candidates(@RequestParam(required = false) @Nullable String business) {
        return proposals.candidates(CodeField.of("business", business)).stream()
                .map(one -> new CandidateResponse(
                        one.entry().id(),
                        one.entry().kind().token(),
                        one.entry().zh(),
                        one.entry().basis(),
                        one.entry().department(),
                        one.words()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一项措施 / one measure")
    MeasureResponse one(@PathVariable long id) {
        return MeasureResponse.of(measures.find(id));
    }

    @GetMapping("/{id}/steps")
    @Operation(summary = "办理过程 / its steps")
    List<Step> steps(@PathVariable long id) {
        measures.find(id);
        return measures.steps(id);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出 / proposes", description = "须有符合条件的有效记录 / takes a record in effect that is its ground")
    MeasureResponse propose(
            @RequestBody Proposal proposal, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String entry = proposal.entry() == null ? "" : proposal.entry();
        return one(proposals.propose(entry, CodeField.of("business", proposal.business()), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "下一步 / the next step",
            description = "confirm, refuse, serve, hear, dispatch, acknowledge, act, lift")
    MeasureResponse step(
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody StepRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String by = signedIn.getUsername();
        String note = request.note() == null ? "" : request.note();
        Function<Long, Measure> work = switch (step) {
            case "confirm" -> one -> measures.confirm(one, by);
            case "refuse" -> one -> measures.refuse(one, note, by);
            case "serve" -> one -> measures.serve(one, DayField.of("on", request.on()), note, by);
            case "hear" -> one -> measures.hear(one, note, !Boolean.FALSE.equals(request.upheld()), by);
            case "dispatch" -> one -> measures.dispatch(one, by);
            case "acknowledge" -> one -> measures.acknowledge(one, note, by);
            case "act" -> one -> measures.act(one, note, by);
            case "lift" -> one -> measures.lift(one, note, by);
            default -> throw new NotFoundException(step);
        };
        return MeasureResponse.of(work.apply(id));
    }
}
