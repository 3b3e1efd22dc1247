package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.health.Alarms;
import org.sise.integrations.health.FeedHealth;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Holds;
import org.sise.server.api.FeedResponses.AlarmResponse;
import org.sise.server.api.FeedResponses.FeedDayResponse;
import org.sise.server.api.FeedResponses.FeedResponse;
import org.sise.server.api.FeedResponses.HoldResponse;
import org.sise.server.desk.DeliveryDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.FeedSearch;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Feeds' health, and decisions about held deliveries. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "feed-health", description = "数据接入状况 / health of feeds")
final class FeedHealthApi {

    private static final int MOST_DAYS = 366;

    private final FeedHealth health;
    private final Alarms alarms;
    private final Holds holds;
    private final Deliveries deliveries;
    private final DeliveryDesk desk;
    private final FeedCatalogue catalogue;

    FeedHealthApi(
            FeedHealth health,
            Alarms alarms,
            Holds holds,
            Deliveries deliveries,
            DeliveryDesk desk,
            FeedCatalogue catalogue) {
        this.health = health;
        this.alarms = alarms;
        this.holds = holds;
        this.deliveries = deliveries;
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @GetMapping("/feeds")
    @Operation(summary = "各来源的状况 / how every feed stands")
    List<FeedResponse> feeds(
            @Parameter(description = "held, failing, silent, late, never, ok") @RequestParam(required = false) @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String department,
            @Parameter(description = "state, name, lag, quarantine") @RequestParam(required = false) @Nullable
                    String sort) {
        return FeedSearch.of(state, department, sort).of(health.look()).stream()
                .map(FeedResponse::of)
                .toList();
    }

    @GetMapping("/feeds/{feed}")
    @Operation(summary = "一个来源的状况 / how a feed stands")
    FeedResponse feed(@PathVariable String feed) {
        return health.look().stream()
                .filter(status -> status.feed().feed().equals(feed))
                .findFirst()
                .map(FeedResponse::of)
                .orElseThrow(() -> new NotFoundException("feed " + feed));
    }

    @GetMapping("/feeds/{feed}/days")
    @Operation(summary = "一个来源按日的数量，最近在前 / what came of a feed by day, today first")
    List<FeedDayResponse> days(
            @PathVariable String feed,
            @Parameter(description = "天数 / how many days, 366 at most") @RequestParam(defaultValue = "30") int days) {
        known(feed);
        if (days < 1 || days > MOST_DAYS) {
            throw new BadParameterException("days", "应为1至%d / must be 1 to %d".formatted(MOST_DAYS, MOST_DAYS));
        }
        return health.days(feed, days).stream().map(FeedDayResponse::of).toList();
    }

    @GetMapping("/feeds/{feed}/holds")
    @Operation(summary = "一个来源的暂停与处理，最近在前 / holds of a feed and what was decided, the latest first")
    List<HoldResponse> holds(@PathVariable String feed, @RequestParam(defaultValue = "50") int limit) {
        known(feed);
        return holds.ofFeed(feed, Limit.of(limit)).stream()
                .map(HoldResponse::of)
                .toList();
    }

    @GetMapping("/feeds/{feed}/alarms")
    @Operation(summary = "一个来源的告警，最近在前 / alarms about a feed, the latest first")
    List<AlarmResponse> alarms(@PathVariable String feed, @RequestParam(defaultValue = "50") int limit) {
        known(feed);
        return alarms.ofFeed(feed, Limit.of(limit)).stream()
                .map(AlarmResponse::of)
                .toList();
    }

    @GetMapping("/feed-alarms")
    @Operation(summary = "持续中的告警，最近在前 / open alarms, the latest first")
    List<AlarmResponse> alarms() {
        return alarms.open().stream().map(AlarmResponse::of).toList();
    }

    @PostMapping("/deliveries/{id}/accept")
    @Operation(
            summary = "按原样接收待审看的批次 / takes a held delivery as it is",
            description = "仅就显示的原因 / for the reason for which it is held; it may be held once more for another")
    FeedsApi.DeliveryResponse accept(
            @PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        known(id);
        try {
            return FeedsApi.response(desk.accept(id, signedIn.getUsername()));
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    @PostMapping("/deliveries/{id}/refuse")
    @Operation(summary = "退回待审看的批次 / refuses a held delivery")
    FeedsApi.DeliveryResponse refuse(
            @PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        known(id);
        try {
            return FeedsApi.response(desk.refuse(id, signedIn.getUsername()));
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
    }

    private void known(String feed) {
        if (catalogue.find(feed) == null) {
            throw new NotFoundException("feed " + feed);
        }
    }

    private void known(long delivery) {
        if (deliveries.find(delivery).isEmpty()) {
            throw new NotFoundException("delivery " + delivery);
        }
    }
}
