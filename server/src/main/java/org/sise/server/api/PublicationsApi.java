package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.Choice;
import org.sise.server.security.SignedIn;
import org.sise.supervision.publication.Published;
import org.sise.supervision.publication.PublishedPlan;
import org.sise.supervision.publication.PublishedResult;
import org.sise.supervision.publication.ResultPublications;
import org.sise.supervision.publication.WaitingResult;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results that wait for their publication; and, for anybody, what is published. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "publications", description = "结果公示 / publication of results")
final class PublicationsApi {

    private final ResultPublications publications;
    private final Published published;

    PublicationsApi(ResultPublications publications, Published published) {
        this.publications = publications;
        this.published = published;
    }

    /** A result that waits. */
    @Schema(name = "WaitingResult")
    public record WaitingResponse(
            long visit,
            String business,
            String name,
            List<String> departments,
            String result,
            LocalDate completedOn,

            @Schema(description = "按现行日历的最后一日 / last day by the calendar as it is known now")
            LocalDate due,

            @Schema(description = "检查当日日历下的最后一日 / last day by the calendar as it was known then")
            LocalDate dueThen,

            boolean overdue) {}

    /** Whether something was published by this call. */
    @Schema(name = "Publication")
    public record PublicationResponse(
            @Schema(description = "此前未公示为真 / true when it was not published before")
            boolean fresh) {}

    /** A published result. */
    @Schema(name = "PublishedResult")
    public record ResultResponse(
            long task,
            String business,
            String name,
            String department,
            String kind,
            @Nullable String plan,
            String result,
            LocalDate completedOn,
            Instant publishedAt,

            @Schema(description = "公示前后结果是否更正过 / whether the result was stated again")
            boolean restated) {
        static ResultResponse of(PublishedResult one) {
            return new ResultResponse(
                    one.task(),
                    one.business(),
                    one.name(),
                    one.department(),
                    Choice.word(one.kind()),
                    one.plan(),
                    one.result().token(),
                    one.completedOn(),
                    one.publishedAt(),
                    one.restated());
        }
    }

    /** A published plan. */
    @Schema(name = "PublishedPlan")
    public record PublishedPlanResponse(
            String id,
            String title,
            String state,
            String commitment,
            Instant committedAt,
            @Nullable Instant drawnAt) {
        static PublishedPlanResponse of(PublishedPlan one) {
            return new PublishedPlanResponse(
                    one.id(),
                    one.title(),
                    Choice.word(one.state()),
                    one.commitment(),
                    one.committedAt(),
                    one.drawnAt());
        }
    }

    @GetMapping("/publications")
    @Operation(summary = "待公示结果，最急在前 / results that wait, the most urgent first")
    ApiPage<WaitingResponse> waiting(
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Page<WaitingResult> page = Named.ask(() -> publications.waiting(overdue, business, cursor, Limit.of(limit)));
        return new ApiPage<>(page.items().stream().map(this::response).toList(), page.next(), page.total());
    }

    @PostMapping(path = "/publications/{visit}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "公示结果 / publishes a result", description = "内容为空对象 / the body is an empty object")
    PublicationResponse publish(
            @PathVariable long visit,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return new PublicationResponse(Named.ask(() -> publications.publish(visit, signedIn.getUsername())));
    }

    @GetMapping("/published/results")
    @Operation(summary = "已公示结果，无需账号 / published results, for anybody")
    ApiPage<ResultResponse> results(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Page<PublishedResult> page = Named.ask(() -> published.results(business, cursor, Limit.of(limit)));
        return new ApiPage<>(page.items().stream().map(ResultResponse::of).toList(), page.next(), page.total());
    }

    @GetMapping("/published/plans")
    @Operation(summary = "已公布计划，无需账号 / published plans, for anybody")
    ApiPage<PublishedPlanResponse> plans(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Page<PublishedPlan> page = Named.ask(() -> published.plans(cursor, Limit.of(limit)));
        return new ApiPage<>(
                page.items().stream().map(PublishedPlanResponse::of).toList(), page.next(), page.total());
    }

    private WaitingResponse response(WaitingResult one) {
        return new WaitingResponse(
                one.visit(),
                one.business(),
                one.name(),
                one.departments(),
                one.result().token(),
                one.completedOn(),
                one.due(),
                one.dueThen(),
                one.isOverdue(publications.today()));
    }
}
