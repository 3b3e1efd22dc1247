package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.desk.TaskDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.FieldMessage;
import org.sise.server.security.SignedIn;
import org.sise.supervision.visit.Approval;
import org.sise.supervision.visit.CapPolicy;
import org.sise.supervision.visit.TaskFilter;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.TaskStateException;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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

/** Tasks: one department's check of one business, from the proposal to its part of a visit. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tasks", description = "检查任务 / tasks")
final class TasksApi {

    private final Visits visits;
    private final VisitLists lists;
    private final TaskDesk desk;

    TasksApi(Visits visits, VisitLists lists, TaskDesk desk) {
        this.visits = visits;
        this.lists = lists;
        this.desk = desk;
    }

    /** What a department wants to check. */
    @Schema(name = "TaskRequest")
    public record TaskRequest(
            @Schema(description = "统一社会信用代码 / credit code") @Nullable
            String business,

            @Schema(example = "clue") @Nullable String kind,
            @Nullable String department,

            @Schema(description = "理由，如投诉编号 / the reason, such as a complaint's number") @Nullable
            String reason,

            @Schema(description = "检查事项编号 / ids of check items") @Nullable
            List<String> items,

            @Schema(description = "执法证号，至少两名 / certificates, at least two") @Nullable
            List<String> officers,

            @Schema(example = "2026-11-23") @Nullable String from,
            @Schema(example = "2026-11-27") @Nullable String until) {}

    /** Why a task is refused or taken back. */
    @Schema(name = "TaskReason")
    public record Reason(@Nullable String reason) {}

    /** An approved task and the visit that it became a part of. */
    @Schema(name = "TaskApproval")
    public record Approved(
            VisitResponses.Task task,
            VisitResponses.@Nullable Line visit,

            @Schema(description = "是否并入已有的检查 / whether the visit was there already")
            boolean merged,

            @Schema(description = "是否超出年度上限并已告知监督机构 / whether it is beyond the cap and the supervisor told")
            boolean beyondCap,

            int visitsThisYear,
            int cap) {}

    @GetMapping
    @Operation(summary = "检查任务，最近在前 / tasks, the newest first")
    ApiPage<VisitResponses.Task> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        TaskFilter filter = new TaskFilter(
                Choice.of(TaskState.class, "state", state),
                Choice.of(VisitKind.class, "kind", kind),
                business,
                department,
                plan);
        Page<VisitTask> page = lists.tasks(filter, NumberCursor.of(cursor), Limit.of(limit));
        return new ApiPage<>(page.items().stream().map(VisitResponses.Task::of).toList(), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个任务 / one task")
    VisitResponses.Task one(@PathVariable long id) {
        return VisitResponses.Task.of(visits.task(id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出任务 / proposes a task")
    VisitResponses.Task propose(
            @RequestBody TaskRequest request, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return VisitResponses.Task.of(desk.propose(
                new TaskDesk.Proposal(
                        request.business(),
                        request.kind(),
                        request.department(),
                        request.reason(),
                        orNone(request.items()),
                        orNone(request.officers()),
                        request.from(),
                        request.until()),
                signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "批准，须由他人；同期任务并为一次检查 / approves, by another person; tasks of the same days become one visit",
            description = "内容为空对象；达到年度上限或蓝色企业的主动检查返回 409 / the body is an empty object; 409 where the yearly cap or the"
                    + " colour stops it")
    ResponseEntity<?> approve(
            @PathVariable long id,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request) {
        Approval approval;
        try {
            approval = visits.approve(id, signedIn.getUsername());
        } catch (TaskStateException e) {
            throw new ConflictException(e);
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
        if (!approval.isApproved()) {
            return stopped(approval, request.getRequestURI());
        }
        return ResponseEntity.ok(new Approved(
                VisitResponses.Task.of(visits.task(id)),
                approval.visit() == null ? null : VisitResponses.Line.of(approval.visit()),
                approval.merged(),
                switch (approval.verdict().outcome()) {
                    case TOLD -> true;
                    case WITHIN, STOPPED, BLUE_UNCALLED, SUSPENDED -> false;
                },
                approval.verdict().visits(),
                approval.verdict().cap().visits()));
    }

    @PostMapping(path = "/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "不予批准 / refuses")
    VisitResponses.Task refuse(
            @PathVariable long id,
            @RequestBody Reason reason,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String why = why(reason);
        return step(id, () -> visits.refuse(id, why, signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/revoke", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "入企前撤销已批准的任务 / takes an approved task back before its visit")
    VisitResponses.Task revoke(
            @PathVariable long id,
            @RequestBody Reason reason,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String why = why(reason);
        return step(id, () -> visits.revoke(id, why, signedIn.getUsername()));
    }

    private VisitResponses.Task step(long id, Runnable work) {
        try {
            work.run();
        } catch (TaskStateException e) {
            throw new ConflictException(e);
        }
        return VisitResponses.Task.of(visits.task(id));
    }

    private static ResponseEntity<ProblemDetail> stopped(Approval approval, String instance) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        CapPolicy.Verdict verdict = approval.verdict();
        problem.setDetail(
                switch (verdict.outcome()) {
                    case BLUE_UNCALLED -> "蓝色企业无事不扰，不主动检查 / a blue business is not visited without cause";
                    case SUSPENDED ->
                        "该企业处于暂停主动检查的监管模式；有线索的按线索核查提出"
                                + " / the business is in a mode without checks on own initiative; propose a clue as such";
                    case WITHIN, TOLD, STOPPED ->
                        "已达年度检查频次上限 %d/%d / the yearly cap is reached, %d/%d"
                                .formatted(
                                        verdict.visits(),
                                        verdict.cap().visits(),
                                        verdict.visits(),
                                        verdict.cap().visits());
                });
        problem.setInstance(URI.create(instance));
        problem.setProperty(
                "code",
                switch (verdict.outcome()) {
                    case BLUE_UNCALLED -> "blue-uncalled";
                    case SUSPENDED -> "mode-suspended";
                    case WITHIN, TOLD, STOPPED -> "cap-reached";
                });
        problem.setProperty("visitsThisYear", verdict.visits());
        problem.setProperty("cap", verdict.cap().visits());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String why(Reason reason) {
        if (reason.reason() == null || reason.reason().isBlank()) {
            throw new BadParameterException("reason", "请填写理由 / a reason is needed");
        }
        return reason.reason().strip();
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
