package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.Replayed;
import org.sise.integrations.row.RowFault;
import org.sise.server.desk.QuarantineDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries and the quarantine. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "feeds", description = "数据接入 / deliveries and quarantine")
final class FeedsApi {

    private final Deliveries deliveries;
    private final Quarantine quarantine;
    private final QuarantineDesk desk;

    FeedsApi(Deliveries deliveries, Quarantine quarantine, QuarantineDesk desk) {
        this.deliveries = deliveries;
        this.quarantine = quarantine;
        this.desk = desk;
    }

    /** A received file with its counts. */
    @Schema(name = "Delivery")
    public record DeliveryResponse(
            long id,
            String feed,
            String file,
            String sha256,
            long size,
            Instant receivedAt,
            @Nullable Instant finishedAt,

            @Schema(allowableValues = {"receiving", "held", "done", "refused"})
            String state,

            @Schema(description = "内容相同的先前批次 / the delivery that brought the same content") @Nullable
            Long sameAs,

            long read,
            @Schema(description = "新增 / new matters") long fresh,
            long same,
            long corrected,

            @Schema(description = "全量文件缺少而撤回的事项 / matters withdrawn since this full copy lacks them")
            long withdrawn,

            @Schema(description = "接收时有误的行，不论是否已更正 / rows that were faulty when they came")
            long faulty,

            long quarantined,
            long waiting,
            @Nullable String reason,
            @Nullable String message) {}

    /** A row that did not land. */
    @Schema(name = "QuarantinedRow")
    public record QuarantinedRowResponse(
            long id,
            long delivery,
            String feed,
            String file,

            @Schema(description = "行号，0为整个文件 / line, 0 for the file as a whole")
            int line,

            @Nullable String field,
            @Nullable String column,
            String reason,
            String message,

            @Schema(description = "整行，JSON / the whole row, JSON") @Nullable
            String original,

            @Nullable String corrected,

            @Schema(allowableValues = {"open", "waiting", "replayed", "discarded"})
            String state,

            @Nullable String waitsFor,
            Instant createdAt) {}

    /** A row as mended by hand. */
    @Schema(name = "ReplayRequest")
    public record ReplayRequest(
            @Schema(
                    description =
                            "要更正的单元格，列到文字；为空即按原样重试 / cells to be changed, from column to text; none: as it was kept")
            @Nullable
            Map<String, String> corrected) {}

    /** What became of a replayed row. */
    @Schema(name = "ReplayResponse")
    public record ReplayResponse(
            @Schema(allowableValues = {"landed", "waits", "refused"})
            String outcome,

            List<String> faults) {}

    @GetMapping("/deliveries")
    @Operation(summary = "批次，最近在前 / deliveries, the latest first")
    List<DeliveryResponse> deliveries(
            @RequestParam(required = false) @Nullable String feed,
            @Parameter(description = "此编号之前的 / those before this number") @RequestParam(required = false) @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return deliveries.latest(feed, before, Limit.of(limit)).stream()
                .map(FeedsApi::response)
                .toList();
    }

    @GetMapping("/quarantine")
    @Operation(summary = "隔离的行 / quarantined rows", description = "按编号顺序，after 为游标 / by number, after is the cursor")
    List<QuarantinedRowResponse> quarantine(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String reason,
            @Parameter(description = "open, waiting, replayed, discarded") @RequestParam(required = false) @Nullable
                    String state,
            @Parameter(description = "此编号之后的 / those after this number") @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        QuarantinedRow.State wanted = Choice.of(QuarantinedRow.State.class, "state", state);
        if (after < 0) {
            throw new BadParameterException("after", "不能为负 / must not be negative");
        }
        return quarantine.find(feed, reason, wanted, after, Limit.of(limit)).stream()
                .map(FeedsApi::response)
                .toList();
    }

    @PostMapping(path = "/quarantine/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "重新导入一行 / replays a row")
    ReplayResponse replay(
            @PathVariable long id,
            @RequestBody ReplayRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        var _ = desk.find(id).orElseThrow(() -> new NotFoundException("quarantined row " + id));
        try {
            Replayed replayed = desk.replay(
                    id, request.corrected() == null ? Map.of() : request.corrected(), signedIn.getUsername());
            List<String> faults = switch (replayed) {
                case Replayed.Refused refused ->
                    refused.faults().stream().map(RowFault::message).toList();
                case Replayed.Landed _, Replayed.Waits _ -> List.of();
            };
            return new ReplayResponse(QuarantineDesk.word(replayed), faults);
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    static DeliveryResponse response(Delivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.feed(),
                delivery.file(),
                delivery.sha256(),
                delivery.size(),
                delivery.receivedAt(),
                delivery.finishedAt(),
                Choice.word(delivery.state()),
                delivery.sameAs(),
                delivery.rowsRead(),
                delivery.fresh(),
                delivery.same(),
                delivery.corrected(),
                delivery.withdrawn(),
                delivery.faulty(),
                delivery.quarantined(),
                delivery.waiting(),
                delivery.reason(),
                delivery.message());
    }

    private static QuarantinedRowResponse response(QuarantinedRow row) {
        return new QuarantinedRowResponse(
                row.id(),
                row.delivery(),
                row.feed(),
                row.file(),
                row.line(),
                row.field(),
                row.column(),
                row.reason(),
                row.message(),
                QuarantineDesk.masked(row.original()),
                QuarantineDesk.masked(row.corrected()),
                row.state().token(),
                row.waitsFor(),
                row.createdAt());
    }
}
