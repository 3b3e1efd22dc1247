package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.desk.CodeDesk;
import org.sise.server.desk.DoorDesk;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.security.SignedIn;
import org.sise.supervision.door.DoorRecords;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitFilter;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.VisitState;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Visits: what is planned, the code that is shown, and what is written down inside. */
@RestController
@RequestMapping(path = "/api/v1/visits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "visits", description = "入企检查 / visits")
final class VisitsApi {

    private final VisitLists lists;
    private final VisitDesk visits;
    private final CodeDesk codes;
    private final DoorDesk door;
    private final DoorRecords records;

    VisitsApi(VisitLists lists, VisitDesk visits, CodeDesk codes, DoorDesk door, DoorRecords records) {
        this.lists = lists;
        this.visits = visits;
        this.codes = codes;
        this.door = door;
        this.records = records;
    }

    /** What was found for one item. */
    @Schema(name = "FindingRequest")
    public record FindingRequest(
            @Nullable String item,

            @Schema(example = "corrected-on-order") @Nullable
            String result,

            @Nullable String note,

            @Schema(description = "已上传照片的 SHA-256 / SHA-256 of photographs sent before") @Nullable
            List<String> photographs) {}

    /** A signature, or why there is none. */
    @Schema(name = "SignatureRequest")
    public record SignatureRequest(
            @Schema(description = "企业在场人员 / who was there for the business") @Nullable
            String signer,

            @Schema(description = "签名图片，Base64 / the picture, Base64") @Nullable
            String picture,

            @Schema(description = "未签字的原因 / why there is no signature") @Nullable
            String refused) {}

    /** The sign that is scanned on leaving. */
    @Schema(name = "LeaveRequest")
    public record LeaveRequest(@Nullable String text) {}

    /** For how long a code is to be carried. */
    @Schema(name = "CarryRequest")
    public record CarryRequest(@Nullable Integer hours) {}

    @GetMapping
    @Operation(summary = "检查，最近在前 / visits, the newest first")
    ApiPage<VisitResponses.Line> list(
            @Parameter(description = "在这一天可以入企的 / that may be paid on this day")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate day,
            @Parameter(description = "执法证号 / an officer's certificate") @RequestParam(required = false) @Nullable
                    String officer,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        VisitFilter filter = new VisitFilter(day, officer, business, Choice.of(VisitState.class, "state", state));
        Page<Visit> page = lists.visits(filter, NumberCursor.of(cursor), Limit.of(limit));
        return new ApiPage<>(page.items().stream().map(VisitResponses.Line::of).toList(), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一次检查的全部内容 / one visit whole")
    VisitResponses.Whole one(@PathVariable long id) {
        return VisitResponses.Whole.of(visits.show(id), records);
    }

    @GetMapping("/{id}/code")
    @Operation(summary = "当前任务码 / the code to show now")
    CodeDesk.ShownCode code(
            @PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return codes.toShow(id, signedIn.account(), origin());
    }

    @PostMapping(path = "/{id}/carried-code", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "离线任务码 / a code to carry where there is no network")
    CodeDesk.ShownCode carry(
            @PathVariable long id,
            @RequestBody CarryRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return codes.toCarry(id, signedIn.account(), request.hours() == null ? 0 : request.hours(), origin());
    }

    @PostMapping(
            path = "/{id}/photographs",
            consumes = {"image/jpeg", "image/png", "image/webp"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传照片，返回 SHA-256 / keeps a photograph and gives its SHA-256")
    Map<String, String> photograph(
            @PathVariable long id,
            InputStream body,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn)
            throws IOException {
        byte[] content = body.readNBytes((int) door.mostBytes().toBytes() + 1);
        return Map.of("sha256", inState(() -> door.photograph(id, signedIn.account(), content)));
    }

    @PostMapping(path = "/{id}/findings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "填写一个事项的检查结果 / writes down what was found for an item")
    VisitResponses.Whole find(
            @PathVariable long id,
            @RequestBody FindingRequest finding,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return inState(() -> {
            door.find(
                    id,
                    signedIn.account(),
                    finding.item(),
                    finding.result(),
                    finding.note(),
                    List.of(),
                    finding.photographs() == null ? List.of() : finding.photographs());
            return one(id);
        });
    }

    @PostMapping(path = "/{id}/signature", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "企业签字，或说明未签字的原因 / the business signs, or the reason why not")
    VisitResponses.Whole sign(
            @PathVariable long id,
            @RequestBody SignatureRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        byte[] picture = picture(request.picture());
        return inState(() -> {
            door.sign(id, signedIn.account(), request.signer(), picture, request.refused());
            return one(id);
        });
    }

    @PostMapping(path = "/{id}/leave", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "扫码离企；最后一人离开时检查结束，结果入账 / scans out; the last one ends the visit and its result enters the ledger")
    VisitResponses.Whole leave(
            @PathVariable long id,
            @RequestBody LeaveRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return inState(() -> {
            door.leave(id, signedIn.account(), request.text());
            return one(id);
        });
    }

    private static byte @Nullable [] picture(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("picture", "不是 Base64 / is not Base64");
        }
    }

    private static <T> T inState(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    private static String origin() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
