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
import org.sise.supervision.mode.ModeFilter;
import org.sise.supervision.mode.ModeKind;
import org.sise.supervision.mode.ModePolicy;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.mode.SupervisionMode;
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

/** Modes of supervision. */
@RestController
@RequestMapping(path = "/api/v1/modes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "modes", description = "监管模式：触发式、沉睡、包容期 / modes of supervision: on a trigger only, dormant, sandbox")
final class ModesApi {

    private final Modes modes;

    ModesApi(Modes modes) {
        this.modes = modes;
    }

    /** A mode that a business is or was in. */
    @Schema(name = "SupervisionMode")
    public record ModeResponse(
            long id,
            String business,
            String name,

            @Schema(allowableValues = {"trigger-only", "dormant", "sandbox"})
            String kind,

            String policy,
            List<String> suspends,
            List<String> endsOn,
            LocalDate enteredOn,
            LocalDate until,
            String enteredBy,
            String reason,
            @Nullable Instant endedAt,
            @Nullable String endedBy,

            @Schema(allowableValues = {"term", "clue", "colour", "finding", "activity", "decision"}) @Nullable
            String end,

            @Nullable String note) {
        static ModeResponse of(SupervisionMode one) {
            return new ModeResponse(
                    one.id(),
                    one.business(),
                    one.name(),
                    one.kind().token(),
                    one.policy(),
                    one.suspends().stream().map(Choice::word).sorted().toList(),
                    one.endsOn().stream().map(Choice::word).sorted().toList(),
                    one.enteredOn(),
                    one.until(),
                    one.enteredBy(),
                    one.reason(),
                    one.endedAt(),
                    one.endedBy(),
                    one.end() == null ? null : one.end().token(),
                    one.note());
        }
    }

    /** A policy of modes. */
    @Schema(name = "ModePolicy")
    public record PolicyResponse(
            String id,
            String kind,
            String zh,
            String en,
            LocalDate from,
            @Nullable LocalDate to,
            int longestDays,
            boolean byRule,
            String source,
            String confidence) {
        static PolicyResponse of(ModePolicy one) {
            return new PolicyResponse(
                    one.id(),
                    one.kind().token(),
                    one.zh(),
                    one.en(),
                    one.from(),
                    one.to(),
                    one.longest(),
                    one.byRule(),
                    one.source(),
                    one.confidence());
        }
    }

    /** A business is to come into a mode. */
    @Schema(name = "ModeEntry")
    public record EntryRequest(
            @Nullable String policy,
            @Nullable String business,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** Why a mode is ended. */
    @Schema(name = "ModeEnd")
    public record EndRequest(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "监管模式，最近在前 / modes, the latest first")
    ApiPage<ModeResponse> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Boolean present,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ModeFilter filter = new ModeFilter(Choice.of(ModeKind.class, "kind", kind), present, business);
        Page<SupervisionMode> page = Named.ask(() -> modes.list(filter, cursor, Limit.of(limit)));
        return new ApiPage<>(page.items().stream().map(ModeResponse::of).toList(), page.next(), page.total());
    }

    @GetMapping("/policies")
    @Operation(summary = "政策 / policies")
    List<PolicyResponse> policies() {
        return modes.policies().all().stream().map(PolicyResponse::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "进入 / a business comes into a mode")
    ModeResponse enter(
            @RequestBody EntryRequest request, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return ModeResponse.of(Named.ask(() -> modes.enter(
                orEmpty(request.policy()),
                orEmpty(request.business()),
                request.until(),
                orEmpty(request.reason()),
                signedIn.getUsername())));
    }

    @PostMapping(path = "/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "结束 / ends a mode")
    ModeResponse end(
            @PathVariable long id,
            @RequestBody EndRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return ModeResponse.of(Named.ask(() -> modes.end(id, orEmpty(request.reason()), signedIn.getUsername())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
