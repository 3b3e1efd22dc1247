package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantineCounts;
import org.sise.integrations.landing.QuarantinePage;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.Replayed;
import org.sise.integrations.row.RowFault;
import org.sise.server.desk.QuarantineDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.query.QuarantineSearch;
import org.sise.server.security.SignedIn;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quarantine: found, counted, mended row by row. */
@RestController
@RequestMapping(path = "/api/v1/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "quarantine", description = "隔离区 / rows that did not land")
final class QuarantineApi {

    private final Quarantine quarantine;
    private final QuarantineDesk desk;
    private final Clock clock;

    QuarantineApi(Quarantine quarantine, QuarantineDesk desk, Clock clock) {
        this.quarantine = quarantine;
        this.desk = desk;
        this.clock = clock;
    }

    /** A part of the quarantine. */
    @Schema(name = "QuarantinePage")
    public record PageResponse(
            List<QuarantinedRowResponse> items,

            @Schema(description = "前一页：作为 before / cursor of the part before, given as before") @Nullable
            Long previous,

            @Schema(description = "下一页：作为 after / cursor of the following part, given as after") @Nullable
            Long next) {}

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

    /** Why a row is discarded. */
    @Schema(name = "DiscardRequest")
    public record DiscardRequest(
            @Schema(description = "原因 / why") @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "隔离的行 / quarantined rows",
            description = "按游标 after、before 翻页 / by the cursors after and before")
    PageResponse list(
            @ParameterObject QuarantineFilterRequest filter,
            @Parameter(description = "此编号之后的 / those behind this number") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "此编号之前的 / those before this number") @RequestParam(required = false) @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int limit) {
        QuarantineSearch search = filter.search(clock);
        if (after != null && before != null) {
            throw new BadParameterException("before", "after 与 before 只能给一个 / give after or before, not both");
        }
        QuarantinePage page = quarantine.page(
                search.query(), new QuarantinePage.Place(search.newestFirst(), after, before), Limit.of(limit));
        return new PageResponse(
                page.rows().stream()
                        .map(row -> QuarantinedRowResponse.of(row, null))
                        .toList(),
                page.previous(),
                page.next());
    }

    @GetMapping("/counts")
    @Operation(
            summary = "行数与滞留时间 / how many rows, and how old",
            description = "每项条件的数目按其余条件计 / the counts of each filter are those of the other filters")
    QuarantineCounts counts(@ParameterObject QuarantineFilterRequest filter) {
        return quarantine.counts(filter.search(clock).query(), QuarantineSearch.today(clock));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一行及其处理经过 / a row with its history")
    QuarantinedRowResponse one(@PathVariable long id) {
        return QuarantinedRowResponse.of(find(id), quarantine.history(id));
    }

    @PostMapping(path = "/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "重新导入一行 / replays a row")
    ReplayResponse replay(
            @PathVariable long id,
            @RequestBody ReplayRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id);
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

    @PostMapping(path = "/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "作废一行 / discards a row")
    QuarantinedRowResponse discard(
            @PathVariable long id,
            @RequestBody DiscardRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id);
        try {
            desk.discard(id, request.reason() == null ? "" : request.reason(), signedIn.getUsername());
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
        return one(id);
    }

    @PostMapping("/{id}/read-again")
    @Operation(summary = "重新读取整个文件 / has the whole file read again")
    QuarantinedRowResponse readAgain(
            @PathVariable long id, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        find(id);
        try {
            desk.readAgain(id, signedIn.getUsername());
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
        return one(id);
    }

    private QuarantinedRow find(long id) {
        return desk.find(id).orElseThrow(() -> new NotFoundException("quarantined row " + id));
    }
}
