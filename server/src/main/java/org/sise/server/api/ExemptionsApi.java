package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.security.SignedIn;
import org.sise.supervision.exemption.ConditionCheck;
import org.sise.supervision.exemption.ExemptionDecision;
import org.sise.supervision.exemption.ExemptionOffer;
import org.sise.supervision.exemption.Exemptions;
import org.sise.supervision.visit.Visits;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exemptions of first and minor violations: what is offered for a visit's findings, and the decisions. */
@RestController
@RequestMapping(path = "/api/v1/visits/{visit}/exemptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "exemptions", description = "首违不罚、轻微免罚 / exemptions of first and minor violations")
final class ExemptionsApi {

    private final Visits visits;
    private final VisitDesk desk;
    private final Exemptions exemptions;

    ExemptionsApi(Visits visits, VisitDesk desk, Exemptions exemptions) {
        this.visits = visits;
        this.desk = desk;
        this.exemptions = exemptions;
    }

    /** How a condition stands. */
    @Schema(name = "ExemptionCondition")
    public record ConditionResponse(
            String id,
            String zh,
            String en,

            @Schema(allowableValues = {"holds", "fails", "by-deadline", "to-confirm"})
            String answer,

            List<String> evidence,
            String source,
            String confidence) {
        static ConditionResponse of(ConditionCheck check) {
            return new ConditionResponse(
                    check.condition().id(),
                    check.condition().zh(),
                    check.condition().en(),
                    Choice.word(check.answer()),
                    check.evidence(),
                    check.condition().source(),
                    check.condition().confidence());
        }
    }

    /** An entry of a list that speaks of a finding. */
    @Schema(name = "ExemptionOffer")
    public record OfferResponse(
            String entry,
            String violation,
            String wording,
            String list,
            String basis,

            @Schema(allowableValues = {"offered", "unconfirmed", "excluded"})
            String standing,

            boolean open,
            List<ConditionResponse> conditions,
            String source,
            String confidence) {
        static OfferResponse of(ExemptionOffer offer) {
            return new OfferResponse(
                    offer.entry().id(),
                    offer.entry().violation(),
                    offer.entry().wording(),
                    offer.entry().list(),
                    offer.entry().basis(),
                    Choice.word(offer.entry().standing()),
                    offer.isOpen(),
                    offer.checks().stream().map(ConditionResponse::of).toList(),
                    offer.entry().source(),
                    offer.entry().confidence());
        }
    }

    /** A problem found, with what the lists say of it. */
    @Schema(name = "ExemptionFinding")
    public record FindingResponse(String item, String result, String note, List<OfferResponse> offers) {}

    /** A decision on a finding. */
    @Schema(name = "ExemptionDecision")
    public record DecisionResponse(
            long id,
            String item,
            String entry,
            boolean exempted,
            List<String> conditions,
            String reason,
            Instant at,
            String by) {
        static DecisionResponse of(ExemptionDecision one) {
            return new DecisionResponse(
                    one.id(), one.item(), one.entry(), one.exempted(), one.checks(), one.reason(), one.at(), one.by());
        }
    }

    /** The findings of a visit and the decisions on them. */
    @Schema(name = "VisitExemptions")
    public record ExemptionsResponse(List<FindingResponse> findings, List<DecisionResponse> decisions) {}

    /** A decision to be taken. */
    @Schema(name = "ExemptionRequest")
    public record DecisionRequest(
            @Nullable String item,
            @Nullable String entry,
            @Nullable Boolean exempt,

            @Schema(description = "决定人确认的条件 / conditions that the deciding person confirms") @Nullable
            Set<String> confirmed,

            @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "可适用的条目与决定 / what is offered, and the decisions")
    ExemptionsResponse show(@PathVariable long visit) {
        long id = visits.visit(visit).id();
        return new ExemptionsResponse(
                exemptions.of(id).stream()
                        .map(finding -> new FindingResponse(
                                finding.item(),
                                finding.result().token(),
                                finding.note(),
                                finding.offers().stream().map(OfferResponse::of).toList()))
                        .toList(),
                exemptions.decisions(id).stream().map(DecisionResponse::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "决定免罚或不免 / decides whether a finding is exempted")
    DecisionResponse decide(
            @PathVariable long visit,
            @RequestBody DecisionRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        Boolean exempt = request.exempt();
        if (exempt == null) {
            throw new BadParameterException("exempt", "请说明是否免罚 / say whether it is exempted");
        }
        desk.checkDecides(visit, signedIn.account());
        Set<String> confirmed = request.confirmed();
        return DecisionResponse.of(Named.ask(() -> exemptions.decide(
                visit,
                orEmpty(request.item()),
                orEmpty(request.entry()),
                exempt,
                confirmed == null ? Set.of() : confirmed,
                orEmpty(request.reason()),
                signedIn.getUsername())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
