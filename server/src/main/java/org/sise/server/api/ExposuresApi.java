package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.grading.phoenix.AlertState;
import org.sise.grading.phoenix.PhoenixAlerts;
import org.sise.grading.phoenix.StoredAlert;
import org.sise.grading.related.ExposedBusiness;
import org.sise.grading.related.ExposedBusinesses;
import org.sise.graph.phoenix.PhoenixAlert.Sign;
import org.sise.server.desk.ExposureState;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
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

/** What related parties do to businesses, and signs of businesses under other names. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "exposures", description = "关联影响与关联预警 / exposure to related parties, and alerts")
final class ExposuresApi {

    private final ExposedBusinesses exposed;
    private final ExposureState state;
    private final PhoenixAlerts alerts;
    private final ColourAccess colours;

    ExposuresApi(ExposedBusinesses exposed, ExposureState state, PhoenixAlerts alerts, ColourAccess colours) {
        this.exposed = exposed;
        this.state = state;
        this.alerts = alerts;
        this.colours = colours;
    }

    /** A business that a related party's conduct comes to. */
    @Schema(name = "Exposure")
    public record ExposureResponse(
            String code,
            @Nullable String name,

            @Schema(description = "仅凭自身的颜色 / the colour by itself") @Nullable
            String own,

            @Schema(description = "现颜色 / the present colour") @Nullable
            String colour,

            String related,
            @Nullable String relatedCode,
            String finding,
            String relation,

            @Schema(description = "0至1 / from 0 to 1") BigDecimal effect,

            @Schema(description = "路径与记录号 / the way, each relation with its record")
            String path,

            long record,
            LocalDate since) {

        static ExposureResponse of(ExposedBusiness one) {
            return new ExposureResponse(
                    one.code(),
                    one.name(),
                    word(one.own()),
                    word(one.grade()),
                    one.risk().related(),
                    one.risk().relatedCode() == null
                            ? null
                            : one.risk().relatedCode().value(),
                    one.risk().finding().token(),
                    one.risk().relation().token(),
                    one.risk().effect(),
                    one.risk().path(),
                    one.record(),
                    one.since());
        }

        private static @Nullable String word(@Nullable Grade grade) {
            return grade == null ? null : Choice.word(grade);
        }
    }

    /** A part of the list of exposures. */
    @Schema(name = "Exposures")
    public record ExposuresResponse(
            @Schema(description = "已计入截至该时的变化 / everything known up to then is worked in") @Nullable
            Instant reachedAt,

            @Schema(description = "图谱未更新，等级按上次的关联影响 / grades rest on the last exposure")
            boolean behind,

            List<ExposureResponse> items,
            @Nullable String next) {}

    /** A judgement of an alert. */
    @Schema(name = "AlertJudgement")
    public record Judgement(
            @Schema(allowableValues = {"confirmed", "dismissed"}) @Nullable
            String verdict,

            @Nullable String note) {}

    @GetMapping("/exposures")
    @Operation(summary = "受关联方影响的企业 / businesses exposed to related parties", description = "按代码 / by credit code")
    ExposuresResponse exposures(
            @Parameter(description = "仅等级因此改变的 / only those whose grade is another by it")
                    @RequestParam(defaultValue = "false")
                    boolean moved,
            @Parameter(description = "区划代码前缀 / a prefix of GB/T 2260 codes") @RequestParam(required = false) @Nullable
                    String district,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 – 500") @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (!colours.seesColours(signedIn.account())) {
            throw new NotFoundException("exposures");
        }
        int most = Limit.of(limit);
        List<ExposedBusiness> found = exposed.page(moved, district, cursor, most + 1);
        boolean more = found.size() > most;
        List<ExposedBusiness> page = more ? found.subList(0, most) : found;
        ExposureState.Reached reached = state.now();
        return new ExposuresResponse(
                reached.reachedAt(),
                reached.behind(),
                page.stream().map(ExposureResponse::of).toList(),
                more ? page.getLast().code() : null);
    }

    @GetMapping("/alerts")
    @Operation(summary = "关联预警 / alerts on related parties", description = "最新在前 / the latest first")
    List<StoredAlert> alerts(
            @Parameter(description = "open, confirmed, dismissed") @RequestParam(required = false) @Nullable
                    String state,
            @Parameter(description = "reopened, permit-chain, red-representative")
                    @RequestParam(required = false)
                    @Nullable
                    String sign,
            @RequestParam(required = false) @Nullable String business,
            @Parameter(description = "编号小于 / only smaller numbers") @RequestParam(required = false) @Nullable
                    Long before,
            @Parameter(description = "1 – 500") @RequestParam(defaultValue = "50") int limit) {
        return alerts.page(
                Choice.of(AlertState.class, "state", state),
                Choice.of(Sign.class, "sign", sign),
                business,
                before,
                Limit.of(limit));
    }

    @PostMapping(path = "/alerts/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "研判 / judge an alert")
    StoredAlert judge(
            @PathVariable long id,
            @RequestBody Judgement judgement,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (alerts.find(id).isEmpty()) {
            throw new NotFoundException("alert " + id);
        }
        AlertState verdict = Choice.of(AlertState.class, "verdict", judgement.verdict());
        String note = judgement.note();
        if (verdict == null || verdict == AlertState.OPEN) {
            throw new BadParameterException("verdict", "应为 confirmed 或 dismissed / must be confirmed or dismissed");
        }
        if (note == null || note.isBlank()) {
            throw new BadParameterException("note", "请写明理由 / give a reason");
        }
        alerts.judge(id, verdict, note, signedIn.getUsername());
        return alerts.find(id).orElseThrow();
    }
}
