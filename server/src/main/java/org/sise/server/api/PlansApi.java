package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.FieldMessage;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanPreview;
import org.sise.supervision.plan.PlanVerdict;
import org.sise.supervision.plan.PlannedTasks;
import org.sise.supervision.plan.Plans;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inspection plans, from the draft to the published list. */
@RestController
@RequestMapping(path = "/api/v1/plans", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans", description = "抽查计划 / inspection plans")
final class PlansApi {

    private final Plans plans;
    private final PlannedTasks tasks;

    PlansApi(Plans plans, PlannedTasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    /** What a draft would come to. */
    @Schema(name = "PlanPreview")
    public record PreviewResponse(
            @Schema(
                    description =
                            "各层；纯随机检查的对象在承诺时留出，此前各色照未留出计 / strata; who is set aside for pure random checks is settled at the commitment, until then colours count as if nobody were")
            List<PlanResponse.Stratum> strata,

            @Schema(description = "各色对象数之和 / businesses by colour")
            int pool,

            @Schema(description = "抽取数，含纯随机 / businesses drawn, pure random ones included")
            int drawn,

            @Schema(description = "其中纯随机 / the pure random ones of them")
            int pureRandom,

            @Schema(description = "未满检查间隔而不列入的企业数 / businesses left out since they were visited so recently")
            int resting,

            int inspectors,

            @Schema(description = "检查人员最多可承担的人次 / visits that the inspectors can make")
            long capacity,

            @Schema(description = "所需工时 / hours of work") BigDecimal hours,

            List<FaultResponse> faults) {}

    /** What is wrong with one field of a draft. */
    @Schema(name = "PlanFault")
    public record FaultResponse(String field, String message) {}

    /** The beacon of a draw; source {@code none} and no value for a draw without one, which is weaker. */
    @Schema(name = "DrawRequest")
    public record DrawRequest(
            @Schema(description = "信标来源，没有则为 none / source, none for no beacon", example = "drand quicknet round 1000")
            @Nullable
            String source,

            @Nullable String value) {}

    /** Why a plan is given back or given up. */
    @Schema(name = "PlanReasonRequest")
    public record ReasonRequest(@Nullable String reason) {}

    /** A business to be visited. */
    @Schema(name = "InspectionListRow")
    public record RowResponse(
            int number,
            String code,
            String name,

            @Schema(description = "纯随机检查不看颜色，为空 / empty for a pure random check, which looks at no colour")
            String grade,

            String industry,
            String region,
            String address,
            List<String> inspectors,
            List<String> items,

            @Schema(
                    description = "产生方式 / how it came into the list",
                    allowableValues = {"any", "worst", "random-share"})
            String selection) {}

    /** What a check of the published folder came to. */
    @Schema(name = "Verification")
    public record VerificationResponse(boolean verified, List<String> differences) {}

    @GetMapping
    @Operation(summary = "计划，最近在前 / plans, the newest first")
    ApiPage<PlanResponse> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Page<Plan> page;
        try {
            page = plans.list(cursor, Limit.of(limit));
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", Limit.cursorFault());
        }
        return new ApiPage<>(page.items().stream().map(PlanResponse::of).toList(), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个计划 / one plan")
    PlanResponse one(@PathVariable String id) {
        return PlanResponse.of(find(id));
    }

    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "预览：不保存 / what a draft would come to; nothing is kept")
    PreviewResponse preview(@RequestBody PlanRequest request) {
        PlanPreview preview = plans.preview(request.draft());
        return new PreviewResponse(
                preview.strata().stream().map(PlanResponse.Stratum::of).toList(),
                preview.poolSize(),
                preview.drawn(),
                preview.pureRandom(),
                preview.resting(),
                preview.inspectors(),
                preview.capacity(),
                preview.hours(),
                preview.faults().stream()
                        .map(fault -> new FaultResponse(fault.field(), fault.zh() + " / " + fault.en()))
                        .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "创建草案 / makes a draft")
    PlanResponse create(
            @RequestBody PlanRequest request, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PlanResponse.of(plans.create(request.draft(), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/submit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "提交审批 / hands a draft in", description = "内容为空对象 / the body is an empty object")
    PlanResponse submit(
            @PathVariable String id,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PlanResponse.of(plans.submit(find(id).id(), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "批准，须为编制人以外的人 / approves, by another person than its maker",
            description = "内容为空对象 / the body is an empty object")
    PlanResponse approve(
            @PathVariable String id,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        try {
            return PlanResponse.of(plans.approve(find(id).id(), signedIn.getUsername()));
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    @PostMapping(path = "/{id}/give-back", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "退回编制人 / gives it back to its maker")
    PlanResponse giveBack(
            @PathVariable String id,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PlanResponse.of(
                plans.giveBack(find(id).id(), reason(request, "请填写退回原因 / a reason is needed"), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/commit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "冻结并承诺 / freezes and commits", description = "内容为空对象 / the body is an empty object")
    PlanResponse commit(
            @PathVariable String id,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PlanResponse.of(plans.commit(find(id).id(), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/draw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "抽取，只进行一次 / draws, once only", description = "返回 transcript.json / gives transcript.json")
    ResponseEntity<byte[]> draw(
            @PathVariable String id,
            @RequestBody DrawRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        byte[] transcript = plans.draw(find(id).id(), beacon(request), signedIn.getUsername())
                .toJson();
        return ResponseEntity.ok(transcript);
    }

    @PostMapping(path = "/{id}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "取消 / cancels")
    PlanResponse cancel(
            @PathVariable String id,
            @RequestBody ReasonRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PlanResponse.of(
                plans.cancel(find(id).id(), reason(request, "请填写取消原因 / a reason is needed"), signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/tasks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "重新生成任务：曾因故无法生成的 / has tasks that could not be made tried again",
            description = "内容为空对象 / the body is an empty object")
    PlanResponse tryAgain(
            @PathVariable String id,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        tasks.tryAgain(find(id).id(), signedIn.getUsername());
        return PlanResponse.of(find(id));
    }

    @GetMapping("/{id}/transcript")
    @Operation(summary = "抽取记录 / transcript.json, byte for byte")
    ResponseEntity<byte[]> transcript(@PathVariable String id) {
        return ResponseEntity.ok(plans.file(find(id).id(), "transcript.json")
                .orElseThrow(() -> new NotFoundException("transcript of " + id)));
    }

    @GetMapping("/{id}/list")
    @Operation(summary = "检查名单 / the inspection list, in the order of the draw")
    List<RowResponse> list(
            @PathVariable String id,
            @Parameter(description = "略过的行数 / how many rows to pass over") @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        if (from < 0) {
            throw new BadParameterException("from", "不能为负 / must not be negative");
        }
        return plans.inspectionList(find(id).id(), from, Limit.of(limit)).stream()
                .map(PlansApi::row)
                .toList();
    }

    @GetMapping("/{id}/verification")
    @Operation(summary = "重新计算并核对 / recomputes the published folder")
    VerificationResponse verify(@PathVariable String id) {
        try {
            PlanVerdict verdict = plans.verify(find(id).id());
            List<String> differences = new ArrayList<>(verdict.foreign());
            verdict.draw().differences().forEach(difference -> differences.add(difference.toString()));
            return new VerificationResponse(verdict.isVerified(), differences);
        } catch (DrawFaultsException e) {
            return new VerificationResponse(
                    false, e.faults().stream().map(Object::toString).toList());
        }
    }

    private static String reason(ReasonRequest request, String missing) {
        if (request.reason() == null || request.reason().isBlank()) {
            throw new BadParameterException("reason", missing);
        }
        return request.reason();
    }

    private static Beacon beacon(DrawRequest request) {
        String source = request.source() == null ? "" : request.source().strip();
        String value = request.value() == null ? "" : request.value().strip();
        if (source.equals(Beacon.NONE.source()) && value.isEmpty()) {
            return Beacon.NONE;
        }
        if (source.isEmpty() || value.isEmpty() || source.equals(Beacon.NONE.source())) {
            throw new BadParameterException(
                    source.isEmpty() ? "source" : "value",
                    "请给出来源和数值；没有信标则来源为 none、数值为空 / give source and value, or source none without a value");
        }
        try {
            return new Beacon(source, value);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("value", "须为一行文字 / must be one line of text");
        }
    }

    private static RowResponse row(ListRow row) {
        return new RowResponse(
                row.number(),
                row.code(),
                row.name(),
                row.grade(),
                row.industry(),
                row.region(),
                row.address(),
                row.inspectors(),
                row.items(),
                Choice.word(row.selection()));
    }

    private Plan find(String id) {
        return plans.find(id).orElseThrow(() -> new NotFoundException(id));
    }
}
