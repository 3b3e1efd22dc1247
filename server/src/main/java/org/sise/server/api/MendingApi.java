package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Mending;
import org.sise.integrations.landing.MendingJob;
import org.sise.integrations.landing.MendingPreview;
import org.sise.integrations.landing.QuarantineQuery;
import org.sise.integrations.landing.SentBack;
import org.sise.integrations.mending.MendingFault;
import org.sise.integrations.mending.MendingRule;
import org.sise.integrations.mending.RuleWords;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over many quarantined rows. */
@RestController
@RequestMapping(path = "/api/v1/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "quarantine")
final class MendingApi {

    private static final int SHOWN = 50;

    private final Mending mending;
    private final Clock clock;

    MendingApi(Mending mending, Clock clock) {
        this.mending = mending;
        this.clock = clock;
    }

    /** What a job is to do, with which rows. */
    @Schema(name = "MendingRequest")
    public record MendingRequest(
            @Schema(allowableValues = {"replay", "mend", "discard"}) @Nullable
            String action,

            @Nullable QuarantineFilterRequest filter,

            @Schema(
                    description =
                            "规则：rule（replace、match、normalise、constant、copy、day）、column，及 from、to、spaces、only-empty"
                                    + " / the rule in words")
            @Nullable
            Map<String, String> rule,

            @Schema(description = "作废原因 / why rows are discarded") @Nullable
            String reason) {

        QuarantineQuery query(Clock clock) {
            return Objects.requireNonNullElse(filter, QuarantineFilterRequest.NONE)
                    .search(clock)
                    .query();
        }

        MendingRule read() {
            return RuleWords.read(Objects.requireNonNullElse(rule, Map.of()));
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "预览规则或重新导入，不入库 / tries a rule or a replay, lands nothing")
    MendingPreview preview(@RequestBody MendingRequest request) {
        try {
            MendingPreview preview =
                    mending.preview(request.query(clock), request.rule() == null ? null : request.read(), SHOWN);
            return new MendingPreview(
                    preview.total(),
                    preview.tried(),
                    preview.landing(),
                    preview.waiting(),
                    preview.refused(),
                    preview.unchanged(),
                    preview.samples().stream().map(MendingApi::masked).toList());
        } catch (MendingFault e) {
            throw new BadParameterException(e.field(), e.message());
        }
    }

    @PostMapping(path = "/jobs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "批量处理 / asks for a job", description = "作业在后台执行 / it is done in the background")
    ResponseEntity<MendingJobResponse> ask(
            @RequestBody MendingRequest request, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String actor = signedIn.getUsername();
        try {
            QuarantineQuery query = request.query(clock);
            MendingJob job = switch (Objects.requireNonNullElse(request.action(), "")) {
                case "replay" -> mending.replay(query, actor);
                case "mend" -> mending.mend(query, request.read(), actor);
                case "discard" -> mending.discard(query, Objects.requireNonNullElse(request.reason(), ""), actor);
                default ->
                    throw new BadParameterException(
                            "action", "应为 replay、mend 或 discard / must be replay, mend or discard");
            };
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/quarantine/jobs/" + job.id()))
                    .body(MendingJobResponse.of(job));
        } catch (MendingFault e) {
            throw new BadParameterException(e.field(), e.message());
        }
    }

    @GetMapping("/jobs")
    @Operation(summary = "批量作业，最近在前 / jobs, the latest first")
    List<MendingJobResponse> jobs(
            @Parameter(description = "此编号之前的 / those before this number") @RequestParam(required = false) @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return mending.latest(before, Limit.of(limit)).stream()
                .map(MendingJobResponse::of)
                .toList();
    }

    @GetMapping("/jobs/{id}")
    @Operation(summary = "状态与进度 / state and progress")
    MendingJobResponse job(@PathVariable long id) {
        return MendingJobResponse.of(find(id));
    }

    @GetMapping("/jobs/{id}/refused")
    @Operation(summary = "仍有误的行 / rows that it could not land")
    List<QuarantinedRowResponse> refused(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        find(id);
        return mending.refused(id, after, Limit.of(limit)).stream()
                .map(row -> QuarantinedRowResponse.of(row, null))
                .toList();
    }

    @PostMapping("/jobs/{id}/cancel")
    @Operation(summary = "停止作业，已处理的保持不变 / stops a job; what is done stays")
    MendingJobResponse cancel(
            @PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id);
        try {
            return MendingJobResponse.of(mending.cancel(id, signedIn.getUsername()));
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    private static MendingPreview.Sample masked(MendingPreview.Sample sample) {
        return new MendingPreview.Sample(
                sample.id(),
                sample.line(),
                SentBack.masked(sample.before()),
                SentBack.masked(sample.after()),
                sample.outcome(),
                sample.message());
    }

    private MendingJob find(long id) {
        return mending.find(id).orElseThrow(() -> new NotFoundException("job " + id));
    }
}
