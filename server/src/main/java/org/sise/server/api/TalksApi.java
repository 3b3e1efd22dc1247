package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.TalkDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.step.Step;
import org.sise.supervision.talk.Talk;
import org.sise.supervision.talk.TalkFilter;
import org.sise.supervision.talk.TalkKind;
import org.sise.supervision.talk.TalkState;
import org.sise.supervision.talk.Talks;
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

/** Educational and consultative talks. */
@RestController
@RequestMapping(path = "/api/v1/talks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "talks", description = "约谈 / talks")
final class TalksApi {

    private final Talks talks;
    private final TalkDesk desk;
    private final ColourAccess colours;

    TalksApi(Talks talks, TalkDesk desk, ColourAccess colours) {
        this.talks = talks;
        this.desk = desk;
        this.colours = colours;
    }

    /** A talk. */
    @Schema(name = "Talk")
    public record TalkResponse(
            long id,
            String kind,
            String business,
            String department,
            String reason,
            @Nullable Long record,
            String state,
            String proposedBy,
            @Nullable Instant at,
            @Nullable String place,
            @Nullable LocalDate heldOn,
            @Nullable String attended,
            @Nullable String minutes,
            @Nullable LocalDate followUpDue,
            @Nullable String outcome) {
        static TalkResponse of(Talk talk) {
            return new TalkResponse(
                    talk.id(),
                    talk.kind().token(),
                    talk.business().value(),
                    talk.department(),
                    talk.reason(),
                    talk.record(),
                    talk.state().token(),
                    talk.proposedBy(),
                    talk.at(),
                    talk.place(),
                    talk.heldOn(),
                    talk.attended(),
                    talk.minutes(),
                    talk.followUpDue(),
                    talk.outcome());
        }
    }

    /** A suggestion. */
    @Schema(name = "SuggestedTalk")
    public record SuggestionResponse(
            String kind,
            String business,
            @Nullable Long record,
            @Nullable LocalDate on) {}

    /** What a step says; each step takes its own fields. */
    @Schema(name = "TalkStep")
    public record StepRequest(
            @Schema(description = "约定时间，用于 appoint / the time, of appoint", example = "2026-12-01T09:30") @Nullable
            String at,

            @Schema(description = "地点，用于 appoint / the place, of appoint") @Nullable
            String place,

            @Schema(description = "约谈日，用于 hold / the day, of hold") @Nullable
            String on,

            @Schema(description = "参加人员，用于 hold / who attended, of hold") @Nullable
            String attended,

            @Schema(description = "约谈记录，用于 hold / the minutes, of hold") @Nullable
            String minutes,

            @Schema(description = "回访情况，用于 follow / what came of it, of follow") @Nullable
            String outcome,

            @Schema(description = "理由，用于 cancel / the reason, of cancel") @Nullable
            String reason) {}

    @GetMapping
    @Operation(summary = "约谈，最近在前 / talks, the latest first")
    ApiPage<TalkResponse> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @Parameter(description = "回访期限不晚于 / to be followed up by") @RequestParam(required = false) @Nullable
                    String followUpBy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        TalkFilter filter = new TalkFilter(
                Choice.of(TalkKind.class, "kind", kind),
                Choice.of(TalkState.class, "state", state),
                Filled.orNull(business),
                Filled.orNull(followUpBy) == null ? null : DayField.of("followUpBy", followUpBy));
        int most = Limit.of(limit);
        return ApiPage.cut(
                talks.page(filter, NumberCursor.of(cursor), most + 1),
                most,
                Talk::id,
                talks.count(filter),
                TalkResponse::of);
    }

    @GetMapping("/suggested")
    @Operation(summary = "建议约谈的企业 / with whom to talk")
    List<SuggestionResponse> suggested(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        TalkKind wanted = Objects.requireNonNullElse(Choice.of(TalkKind.class, "kind", kind), TalkKind.EDUCATIONAL);
        if (wanted == TalkKind.CONSULTATIVE && !colours.seesColours(signedIn.account())) {
            throw new NotFoundException("talks");
        }
        return talks.suggested(wanted, after, Limit.of(limit)).stream()
                .map(one -> new SuggestionResponse(one.kind().token(), one.business(), one.record(), one.on()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一次约谈 / one talk")
    TalkResponse one(@PathVariable long id) {
        return TalkResponse.of(talks.find(id));
    }

    @GetMapping("/{id}/steps")
    @Operation(summary = "办理过程 / its steps")
    List<Step> steps(@PathVariable long id) {
        talks.find(id);
        return talks.steps(id);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出 / proposes")
    TalkResponse propose(
            @RequestBody TalkDesk.Proposal proposal,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return one(desk.propose(proposal, signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "下一步 / the next step", description = "appoint, hold, follow, cancel")
    TalkResponse step(
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody StepRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String by = signedIn.getUsername();
        Function<Long, Talk> work = switch (step) {
            case "appoint" -> one -> desk.appoint(one, request.at(), request.place(), by);
            case "hold" ->
                one -> talks.hold(
                        one,
                        DayField.of("on", request.on()),
                        Filled.orEmpty(request.attended()),
                        Filled.orEmpty(request.minutes()),
                        by);
            case "follow" -> one -> talks.follow(one, Filled.orEmpty(request.outcome()), by);
            case "cancel" -> one -> talks.cancel(one, Filled.orEmpty(request.reason()), by);
            default -> throw new NotFoundException(step);
        };
        return TalkResponse.of(work.apply(id));
    }
}
