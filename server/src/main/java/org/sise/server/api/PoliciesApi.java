package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyEvent;
import org.sise.grading.approval.PolicyFilter;
import org.sise.grading.approval.PolicyState;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.Page;
import org.sise.scoring.read.PolicyReading;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies, from the draft to the day on which they are in force. */
@RestController
@RequestMapping(path = "/api/v1/policies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "policies", description = "评级规则及其审批 / policies and their approval")
final class PoliciesApi {

    private static final String YAML = "application/yaml";

    /** One byte more than the language allows, so that a longer file is told as such. */
    private static final int MOST_BYTES = (2 << 20) + 1;

    private final PolicyVersions versions;

    PoliciesApi(PolicyVersions versions) {
        this.versions = versions;
    }

    /** What a check of a file came to. */
    @Schema(name = "PolicyCheck")
    public record CheckResponse(
            boolean sound,
            @Nullable String policy,
            @Nullable String version,
            @Nullable String digest,
            List<PolicyFault> faults) {}

    /** From which day a version is to be in force. */
    @Schema(name = "PolicySubmission")
    public record SubmitRequest(
            @Schema(description = "生效日（北京时间） / the first day, in Shanghai", example = "2026-12-01") @Nullable
            LocalDate inForceFrom,

            @Schema(description = "明示追溯至已过去的日期 / a day that has passed is meant") @Nullable
            Boolean retroactive) {}

    /** One person's approval. */
    @Schema(name = "PolicyApprovalRequest")
    public record ApproveRequest(
            @Schema(description = "同意追溯 / agrees to a day that has passed") @Nullable
            Boolean retroactive,

            @Nullable String note) {}

    /** Why a version is refused or taken back. */
    @Schema(name = "PolicyReason")
    public record ReasonRequest(@Nullable String reason) {}

    /** One thing that happened to a version. */
    @Schema(name = "PolicyEvent")
    public record EventResponse(
            @Schema(
                    allowableValues = {
                        "drafted",
                        "submitted",
                        "approved",
                        "scheduled",
                        "in-force",
                        "superseded",
                        "refused",
                        "withdrawn"
                    })
            String step,

            int round,
            String actor,
            Instant at,
            @Nullable LocalDate inForceFrom,
            boolean retroactive,
            @Nullable Long whatIf,
            @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "各版本，最近上传在前 / versions, the newest upload first")
    ApiPage<PolicyResponse> list(
            @RequestParam(required = false) @Nullable String policy,
            @Parameter(description = "draft, submitted, scheduled, in-force, superseded, refused, withdrawn")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String digest,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        PolicyFilter filter = new PolicyFilter(policy, Choice.of(PolicyState.class, "state", state), digest);
        int most = Limit.of(limit);
        try {
            Page<PolicyVersion> page = versions.list(filter, cursor, most);
            return new ApiPage<>(page.items().stream().map(PolicyResponse::of).toList(), page.next(), page.total());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", Limit.cursorFault());
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个版本 / one version")
    PolicyResponse one(@PathVariable long id) {
        PolicyVersion version = find(id);
        return PolicyResponse.of(version, versions.whatIf(version).orElse(null));
    }

    @GetMapping(path = "/{id}/file", produces = YAML)
    @Operation(summary = "文件，逐字节 / the file, byte for byte")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        PolicyVersion version = find(id);
        return ResponseEntity.ok()
                .header("X-Policy-SHA-256", version.digest())
                .contentType(MediaType.parseMediaType(YAML))
                .body(versions.file(id));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "经过，按顺序 / what happened, in order")
    List<EventResponse> history(@PathVariable long id) {
        return versions.history(find(id).id()).stream().map(PoliciesApi::event).toList();
    }

    @PostMapping(
            path = "/check",
            consumes = {YAML, "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(summary = "检查文件，不保存 / checks a file; nothing is kept")
    @RequestBody(required = true, content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    CheckResponse check(@Parameter(hidden = true) InputStream body) throws IOException {
        return switch (versions.check(body.readNBytes(MOST_BYTES))) {
            case PolicyReading.Sound sound ->
                new CheckResponse(
                        true,
                        sound.policy().id(),
                        sound.policy().version(),
                        sound.policy().digest(),
                        List.of());
            case PolicyReading.Faulty faulty ->
                new CheckResponse(
                        false,
                        null,
                        null,
                        null,
                        faulty.faults().stream().map(PolicyFault::of).toList());
        };
    }

    @PostMapping(consumes = {YAML, "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(summary = "保存为草案 / keeps a file as a draft", description = "内容为 YAML 文件 / the body is the YAML file")
    @RequestBody(required = true, content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    ResponseEntity<PolicyResponse> draft(
            @Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn)
            throws IOException {
        PolicyVersion version = versions.draft(body.readNBytes(MOST_BYTES), signedIn.getUsername());
        return ResponseEntity.created(URI.create("/api/v1/policies/" + version.id()))
                .body(PolicyResponse.of(version));
    }

    @PostMapping(path = "/{id}/submit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "提交审批 / puts it before the approvers")
    PolicyResponse submit(
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody SubmitRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (request.inForceFrom() == null) {
            throw new BadParameterException("inForceFrom", "请给出生效日 / the day is needed, such as 2026-12-01");
        }
        return PolicyResponse.of(versions.submit(
                find(id).id(), request.inForceFrom(), isTrue(request.retroactive()), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "批准，须两人 / approves; it takes two people",
            description = "第二人批准后即确定生效日 / the second approval sets the day")
    PolicyResponse approve(
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody ApproveRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PolicyResponse.of(
                versions.approve(find(id).id(), isTrue(request.retroactive()), request.note(), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "驳回，须说明理由 / refuses, with a reason")
    PolicyResponse refuse(
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody ReasonRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String reason = request.reason() == null ? "" : request.reason();
        return PolicyResponse.of(versions.refuse(find(id).id(), reason, signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "撤回 / takes it back")
    PolicyResponse withdraw(
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody ReasonRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PolicyResponse.of(versions.withdraw(find(id).id(), request.reason(), signedIn.getUsername()));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }

    private static EventResponse event(PolicyEvent event) {
        return new EventResponse(
                event.step().token(),
                event.round(),
                event.actor(),
                event.at(),
                event.inForceFrom(),
                event.retroactive(),
                event.whatIf(),
                event.reason());
    }

    private PolicyVersion find(long id) {
        return versions.find(id).orElseThrow(() -> new NotFoundException("policy " + id));
    }
}
