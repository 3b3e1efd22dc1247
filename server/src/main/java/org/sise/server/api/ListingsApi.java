package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.ListingDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.listing.Listing;
import org.sise.supervision.listing.ListingCondition;
import org.sise.supervision.listing.ListingDue;
import org.sise.supervision.listing.ListingFilter;
import org.sise.supervision.listing.ListingGround;
import org.sise.supervision.listing.ListingGrounds;
import org.sise.supervision.listing.ListingState;
import org.sise.supervision.listing.Listings;
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

/** Listings of serious dishonesty and abnormal operations, from their proposal to their removal. */
@RestController
@RequestMapping(path = "/api/v1/listings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "listings", description = "名单列入与移出 / listings")
final class ListingsApi {

    private final Listings listings;
    private final ListingGrounds grounds;
    private final ListingDesk desk;
    private final Clock clock;

    ListingsApi(Listings listings, ListingGrounds grounds, ListingDesk desk, Clock clock) {
        this.listings = listings;
        this.grounds = grounds;
        this.desk = desk;
        this.clock = clock;
    }

    /** A listing. */
    @Schema(name = "Listing")
    public record ListingResponse(
            long id,
            String ground,
            String list,
            String groundWords,
            String basis,
            String business,
            String department,

            @Schema(description = "依据的记录号 / the record that proves the ground") @Nullable
            Long evidence,

            @Nullable String document,
            String facts,
            String state,
            String proposedBy,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate hearingDue,
            boolean heard,
            @Nullable String decidedBy,
            @Nullable LocalDate listedOn,
            @Nullable LocalDate until,
            @Nullable LocalDate earliestRemoval,
            @Nullable LocalDate removalDue,
            @Nullable LocalDate removedOn,

            @Schema(description = "hearing, removal, removal-decision, end") @Nullable
            String waitsFor,

            @Nullable LocalDate due) {}

    /** A ground of a list. */
    @Schema(name = "ListingGround")
    public record GroundResponse(
            String id,
            String list,
            String ground,
            String authority,
            String basis,

            @Schema(description = "今日可据以列入 / whether it leads to a listing today")
            boolean open,

            @Nullable Integer months,
            @Nullable Integer earlyMonths,

            @Schema(description = "须有其一 / one of which it takes")
            List<String> conditions,

            String effect,
            String source,
            String confidence) {}

    /** What a step says; each step takes its own fields. */
    @Schema(name = "ListingStep")
    public record StepRequest(
            @Schema(description = "送达日，用于 serve / day of service, of serve") @Nullable
            String on,

            @Schema(description = "陈述申辩，用于 hear / what was said, of hear") @Nullable
            String statement,

            @Schema(description = "决定文号，用于 decide / number of the decision, of decide") @Nullable
            String document,

            @Schema(description = "理由，用于其他步骤 / reason, of the other steps") @Nullable
            String reason,

            @Schema(description = "听取意见后是否继续 / whether it stays after the hearing") @Nullable
            Boolean upheld,

            @Schema(description = "是否准予移出 / whether removal is granted") @Nullable
            Boolean granted) {}

    @GetMapping
    @Operation(summary = "名单事项，最近在前 / listings, the latest first")
    ApiPage<ListingResponse> list(
            @Parameter(description = "名单代码，如 YW / a list's code, such as YW") @RequestParam(required = false) @Nullable
                    String list,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ListingFilter filter = new ListingFilter(
                Filled.orNull(list), Choice.of(ListingState.class, "state", state), Filled.orNull(business));
        int most = Limit.of(limit);
        return ApiPage.cut(
                listings.page(filter, NumberCursor.of(cursor), most + 1),
                most,
                Listing::id,
                listings.count(filter),
                this::response);
    }

    @GetMapping("/grounds")
    @Operation(summary = "列入事由 / the grounds", description = "含法律依据、来源和可信度 / with legal basis, source and confidence")
    List<GroundResponse> grounds() {
        LocalDate today = LocalDate.now(clock);
        return grounds.all().stream()
                .map(ground -> new GroundResponse(
                        ground.id(),
                        ground.list(),
                        ground.ground(),
                        ground.authority(),
                        ground.basis(),
                        ground.isOpenOn(today),
                        ground.months(),
                        ground.earlyMonths(),
                        ground.conditions().stream()
                                .map(ListingCondition::token)
                                .toList(),
                        ground.effect(),
                        ground.source(),
                        ground.confidence()))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一项名单事项 / one listing")
    ListingResponse one(@PathVariable long id) {
        return response(listings.find(id));
    }

    @GetMapping("/{id}/steps")
    @Operation(summary = "办理过程 / its steps")
    List<Step> steps(@PathVariable long id) {
        listings.find(id);
        return listings.steps(id);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "提出列入 / proposes",
            description = "事由须有有效记录或文书为证 / the ground takes a record in effect or a document")
    ListingResponse propose(
            @RequestBody ListingDesk.Proposal proposal,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return one(desk.propose(proposal, signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "下一步 / the next step",
            description = "serve, hear, decide, refuse, ask-removal, decide-removal, annul")
    ListingResponse step(
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody StepRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String by = signedIn.getUsername();
        String reason = Filled.orEmpty(request.reason());
        Function<Long, Listing> work = switch (step) {
            case "serve" -> one -> listings.serve(one, DayField.of("on", request.on()), by);
            case "hear" ->
                one -> listings.hear(
                        one, Filled.orEmpty(request.statement()), !Boolean.FALSE.equals(request.upheld()), by);
            case "decide" -> one -> listings.decide(one, Filled.orEmpty(request.document()), by);
            case "refuse" -> one -> listings.refuse(one, reason, by);
            case "ask-removal" -> one -> listings.askRemoval(one, reason, by);
            case "decide-removal" ->
                one -> listings.decideRemoval(one, Boolean.TRUE.equals(request.granted()), reason, by);
            case "annul" -> one -> listings.annul(one, reason, by);
            default -> throw new NotFoundException(step);
        };
        return response(work.apply(id));
    }

    private ListingResponse response(Listing listing) {
        ListingGround ground = listings.ground(listing);
        ListingDue due = listings.due(listing);
        return new ListingResponse(
                listing.id(),
                ground.id(),
                ground.list(),
                ground.ground(),
                ground.basis(),
                listing.business().value(),
                listing.department(),
                listing.evidence(),
                listing.document(),
                listing.facts(),
                listing.state().token(),
                listing.proposedBy(),
                listing.servedOn(),
                listing.hearingDue(),
                listing.heard(),
                listing.decidedBy(),
                listing.listedOn(),
                listing.until(),
                listings.earliestRemoval(listing),
                listing.removalDue(),
                listing.removedOn(),
                due == null ? null : due.what().token(),
                due == null ? null : due.on());
    }
}
