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
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.SignedIn;
import org.sise.supervision.correction.Correction;
import org.sise.supervision.correction.CorrectionFilter;
import org.sise.supervision.correction.CorrectionState;
import org.sise.supervision.correction.Corrections;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrections with their deadlines. A company account sees and reports its own. */
@RestController
@RequestMapping(path = "/api/v1/corrections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "corrections", description = "责令改正 / corrections with deadlines")
final class CorrectionsApi {

    private final Corrections corrections;

    CorrectionsApi(Corrections corrections) {
        this.corrections = corrections;
    }

    /** A correction. */
    @Schema(name = "Correction")
    public record CorrectionResponse(
            long id,
            String business,
            String name,
            long visit,

            @Schema(description = "任务部门 / departments of the tasks")
            List<String> departments,

            String item,
            String matter,
            LocalDate orderedOn,
            LocalDate due,

            @Schema(description = "最初的期限 / deadline as it was ordered at first")
            LocalDate firstDue,

            @Schema(allowableValues = {"ordered", "extended", "reported", "overdue", "uncorrected", "verified"})
            String state,

            @Schema(description = "按期改正即免罚 / no penalty follows if it is put right in time")
            boolean exempted) {
        static CorrectionResponse of(Correction one) {
            return new CorrectionResponse(
                    one.id(),
                    one.business(),
                    one.name(),
                    one.visit(),
                    one.departments(),
                    one.item(),
                    one.matter(),
                    one.orderedOn(),
                    one.due(),
                    one.firstDue(),
                    one.state().token(),
                    one.exempted());
        }
    }

    /** Something that happened to a correction. */
    @Schema(name = "CorrectionEvent")
    public record EventResponse(Instant at, String actor, String state, LocalDate due, String note) {}

    /** A correction with its history. */
    @Schema(name = "CorrectionDetail")
    public record DetailResponse(CorrectionResponse correction, List<EventResponse> history) {}

    /** What the business did. */
    @Schema(name = "CorrectionReport")
    public record ReportRequest(@Nullable String note) {}

    /** What was seen. */
    @Schema(name = "CorrectionVerification")
    public record VerifyRequest(
            @Schema(description = "是否已改正 / whether it is put right") @Nullable
            Boolean corrected,

            @Nullable String note) {}

    /** A later deadline. */
    @Schema(name = "CorrectionExtension")
    public record ExtendRequest(
            @Nullable LocalDate due, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "整改，按期限 / corrections, by deadline")
    ApiPage<CorrectionResponse> list(
            @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "名称的一部分或代码开头 / part of the name, or beginning of the code")
                    @RequestParam(required = false)
                    @Nullable
                    String business,
            @Parameter(description = "任务部门 / department of the task") @RequestParam(required = false) @Nullable
                    String department,
            @Parameter(description = "期限不晚于 / deadline no later than") @RequestParam(required = false) @Nullable
                    LocalDate dueBy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        CorrectionFilter filter = new CorrectionFilter(
                Choice.of(CorrectionState.class, "state", state),
                business,
                department == null || department.isBlank() ? null : department.strip(),
                dueBy,
                false,
                CorrectionFilter.Order.DUE);
        Account account = signedIn.account();
        Page<Correction> page = Named.ask(() ->
                corrections.list(filter, account.isAuthority() ? null : account.creditCode(), cursor, Limit.of(limit)));
        return new ApiPage<>(page.items().stream().map(CorrectionResponse::of).toList(), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一项整改 / one correction")
    DetailResponse one(@PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        Correction correction = find(id, signedIn.account());
        return new DetailResponse(
                CorrectionResponse.of(correction),
                corrections.history(id).stream()
                        .map(event -> new EventResponse(
                                event.at(), event.actor(), event.state().token(), event.due(), event.note()))
                        .toList());
    }

    @PostMapping(path = "/{id}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "企业报告已改正 / the business says that it is done")
    CorrectionResponse report(
            @PathVariable long id,
            @RequestBody ReportRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id, signedIn.account());
        return CorrectionResponse.of(
                Named.ask(() -> corrections.report(id, orEmpty(request.note()), signedIn.getUsername())));
    }

    @PostMapping(path = "/{id}/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "核查 / the authority has looked at it")
    CorrectionResponse verify(
            @PathVariable long id,
            @RequestBody VerifyRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id, signedIn.account());
        Boolean corrected = request.corrected();
        if (corrected == null) {
            throw new BadParameterException("corrected", "请说明是否已改正 / say whether it is put right");
        }
        return CorrectionResponse.of(
                Named.ask(() -> corrections.verify(id, corrected, orEmpty(request.note()), signedIn.getUsername())));
    }

    @PostMapping(path = "/{id}/extend", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "延期 / a later deadline")
    CorrectionResponse extend(
            @PathVariable long id,
            @RequestBody ExtendRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id, signedIn.account());
        LocalDate due = request.due();
        if (due == null) {
            throw new BadParameterException("due", "请填写新的期限 / the new deadline is needed");
        }
        return CorrectionResponse.of(
                Named.ask(() -> corrections.extend(id, due, orEmpty(request.reason()), signedIn.getUsername())));
    }

    private Correction find(long id, Account account) {
        Correction correction = corrections.get(id);
        if (!account.isAuthority() && !correction.business().equals(account.creditCode())) {
            throw new NotFoundException("correction " + id);
        }
        return correction;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
