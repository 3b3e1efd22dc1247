package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.CompanyDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.security.SignedIn;
import org.sise.supervision.repair.cases.Applications;
import org.sise.supervision.repair.cases.Clocks;
import org.sise.supervision.repair.cases.Materials;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.RepairOffice;
import org.sise.supervision.repair.pack.CaseKind;
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

/** Cases of credit repair and objections. */
@RestController
@RequestMapping("/api/v1/repairs")
@Tag(name = "repairs", description = "信用修复与异议 / credit repair and objections")
final class RepairsApi {

    private final RepairCases cases;
    private final Applications applications;
    private final RepairOffice office;
    private final Materials materials;

    RepairsApi(RepairCases cases, Applications applications, RepairOffice office, Materials materials) {
        this.cases = cases;
        this.applications = applications;
        this.office = office;
        this.materials = materials;
    }

    /** A case to begin; the business is the account's own. */
    record BeginRequest(
            @Nullable String kind,
            @Nullable Long record,
            @Nullable String statement) {}

    /** A step of an official. What a step does not need is left out. */
    record StepRequest(
            @Nullable String step,
            @Nullable String reasons,
            @Nullable String ground,
            @Nullable Integer days,
            @Nullable Boolean elsewhere,
            @Nullable List<Long> linked,
            @Nullable Boolean falsePromise) {}

    /** A case in a list. */
    record CaseResponse(
            long id,
            String kind,
            String business,
            String recordKind,
            long record,
            String department,
            String pack,
            String packDigest,
            boolean rulesHaveChanged,
            LocalDate appliedOn,
            String state) {}

    /** A clock in working days; {@code due} is null while it stands. */
    record ClockResponse(
            String limit,
            LocalDate since,
            int days,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            boolean isFinal) {}

    /** One thing that happened. */
    record EventResponse(String step, Instant at, String actor, String note, String detail) {}

    /** A file that was handed in. */
    record MaterialResponse(String material, String name, String type, long size, String sha256, String scan) {}

    /** Why a rule applies. */
    record ReasonResponse(
            String zh,
            String en,
            @Nullable String source,
            @Nullable String confidence) {}

    /** A case whole. */
    record CaseDetailResponse(
            CaseResponse one,
            List<ReasonResponse> reasons,
            List<ClockResponse> clocks,
            List<EventResponse> events,
            List<MaterialResponse> materials) {}

    @GetMapping
    @Operation(summary = "已提交的申请，新的在前 / cases handed in, the latest first")
    List<CaseResponse> list(
            @Parameter(description = "上一页最后一件的编号 / number of the last case of the page before")
                    @RequestParam(required = false)
                    @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String kind) {
        return cases.page(before, Limit.of(limit), business, Choice.of(CaseKind.class, "kind", kind)).stream()
                .map(this::response)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "一件申请 / one case")
    CaseDetailResponse show(@PathVariable long id) {
        return detail(cases.find(id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "企业开始申请 / a business begins a case", description = "材料与承诺随后提交 / materials and promise follow")
    CaseDetailResponse begin(
            @RequestBody BeginRequest request, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (request.record() == null) {
            throw new BadParameterException("record", "请给出记录号 / give the record's number");
        }
        CaseKind kind = Objects.requireNonNullElse(Choice.of(CaseKind.class, "kind", request.kind()), CaseKind.REPAIR);
        return detail(applications.begin(
                kind,
                CompanyDesk.code(signedIn.account()),
                request.record(),
                said(request.statement()),
                signedIn.getUsername()));
    }

    @PostMapping(path = "/{id}/steps", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "办理 / a step of an official",
            description = "step: accept, not-accept, give-back, suspend, resume, extend, grant, refuse, push, reverse")
    CaseDetailResponse step(
            @PathVariable long id,
            @RequestBody StepRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        String actor = signedIn.getUsername();
        String reasons = said(request.reasons());
        return detail(
                switch (said(request.step())) {
                    case "accept" -> office.accept(id, actor);
                    case "not-accept" -> office.notAccept(id, reasons, actor);
                    case "give-back" -> office.giveBack(id, reasons, actor);
                    case "suspend" -> office.suspend(id, reasons, actor);
                    case "resume" -> office.resume(id, actor);
                    case "extend" -> office.extend(id, request.days() == null ? 0 : request.days(), reasons, actor);
                    case "grant" ->
                        office.grant(
                                id,
                                reasons,
                                Boolean.TRUE.equals(request.elsewhere()),
                                request.linked() == null ? List.of() : request.linked(),
                                actor);
                    case "refuse" -> office.refuse(id, said(request.ground()), reasons, actor);
                    case "push" -> office.pushed(id, reasons, actor);
                    case "reverse" -> office.reverse(id, reasons, Boolean.TRUE.equals(request.falsePromise()), actor);
                    default ->
                        throw new BadParameterException(
                                "step",
                                "应为 accept、not-accept、give-back、suspend、resume、extend、grant、refuse、push、reverse 之一"
                                        + " / must be one of accept, not-accept, give-back, suspend, resume, extend,"
                                        + " grant, refuse, push, reverse");
                });
    }

    private CaseDetailResponse detail(RepairCase one) {
        return new CaseDetailResponse(
                response(one),
                one.reasons().stream()
                        .map(reason -> new ReasonResponse(
                                reason.text().zh(),
                                reason.text().en(),
                                reason.grounds() == null
                                        ? null
                                        : reason.grounds().source(),
                                reason.grounds() == null
                                        ? null
                                        : reason.grounds().confidence()))
                        .toList(),
                cases.clocks().of(one, cases.packOf(one)).stream()
                        .map(RepairsApi::response)
                        .toList(),
                one.events().stream()
                        .map(event -> new EventResponse(
                                event.step().token(), event.at(), event.actor(), event.note(), event.detail()))
                        .toList(),
                materials.of(one.id()).stream()
                        .map(file -> new MaterialResponse(
                                file.material(), file.name(), file.type(), file.size(), file.sha256(), file.scan()))
                        .toList());
    }

    private CaseResponse response(RepairCase one) {
        return new CaseResponse(
                one.id(),
                one.kind().token(),
                one.business(),
                one.recordKind().token(),
                one.recordId(),
                one.department(),
                one.pack(),
                one.packDigest(),
                cases.rulesHaveChanged(one),
                one.appliedOn(),
                one.state().token());
    }

    private static ClockResponse response(Clocks.Clock clock) {
        return new ClockResponse(
                clock.limit().token(), clock.since(), clock.days(), clock.due(), clock.doneOn(), clock.isFinal());
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
