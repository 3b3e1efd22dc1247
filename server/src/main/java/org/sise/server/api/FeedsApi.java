package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.server.query.Choice;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "feeds", description = "数据接入 / deliveries")
final class FeedsApi {

    private final Deliveries deliveries;

    FeedsApi(Deliveries deliveries) {
        this.deliveries = deliveries;
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
}
