package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.supervision.plan.AnyShare;
import org.sise.supervision.plan.PlanDraft;
import org.sise.supervision.plan.PlanMatrix;
import org.sise.supervision.plan.RatioRules;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.stratum.Risk;
import org.sise.supervision.visit.Window;

/** What somebody wants to inspect. */
@Schema(name = "PlanRequest", description = "抽查计划草案 / what somebody wants to inspect")
public record PlanRequest(
        @Schema(description = "名称 / title") @Nullable String title,

        @Schema(description = "行业代码，空为全部 / GB/T 4754 codes, none for all") @Nullable
        List<String> industries,

        @Schema(description = "六位区划代码，空为全部 / GB/T 2260 codes, none for all") @Nullable
        List<String> regions,

        @Schema(
                description = "各色比例，0至1；未给出的取默认值 / share by colour, 0 to 1; the default where not given",
                example = "{\"blue\": 0.02, \"yellow\": 0.1, \"orange\": 0.5, \"red\": 1}")
        @Nullable
        Map<String, BigDecimal> ratios,

        @Schema(
                description = "各色按行业风险的比例，给出时取代 ratios / share by colour and the industry's risk, in place of ratios",
                example = "{\"red\": {\"high\": 1, \"medium\": 1, \"low\": 0.6}}")
        @Nullable
        Map<String, Map<String, BigDecimal>> matrix,

        @Schema(description = "差者优先的份额，0至1 / the part of the places that goes to the worst", example = "0.3") @Nullable
        BigDecimal worstShare,

        @Schema(
                description =
                        "纯随机检查占各色抽取数的份额，另加；未给出的取默认值 / pure random checks as a share of the places, on top; the default where not given",
                example = "0.1")
        @Nullable
        BigDecimal anyShare,

        @Schema(description = "检查事项编号 / ids of check items, the mandatory ones included") @Nullable
        List<String> items,

        @Schema(description = "其中每户必查的 / those that every business is checked for") @Nullable
        List<String> mandatoryItems,

        @Schema(description = "每户另行随机抽取的事项数 / how many further items each business gets by lot") @Nullable
        Integer itemsPerObject,

        @Schema(description = "执法证号，空为全部符合条件者 / certificates, none for all that are eligible") @Nullable
        List<String> inspectors,

        @Schema(description = "检查时段首日 / first day of the visits", example = "2026-10-08") @Nullable
        LocalDate from,

        @Schema(description = "检查时段末日，同一年内 / last day, of the same year", example = "2026-12-20") @Nullable
        LocalDate until) {

    PlanDraft draft() {
        return new PlanDraft(
                title == null ? "" : title,
                orNone(industries),
                orNone(regions),
                matrix == null ? byColour() : byRisk(matrix),
                worstShare == null ? BigDecimal.ZERO : worstShare,
                anyShare == null ? AnyShare.standard() : AnyShare.of(anyShare),
                orNone(items),
                orNone(mandatoryItems),
                itemsPerObject == null ? 0 : itemsPerObject,
                orNone(inspectors),
                window());
    }

    private @Nullable Window window() {
        if (from == null || until == null) {
            return null;
        }
        try {
            return new Window(from, until);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("until", String.valueOf(e.getMessage()));
        }
    }

    /** The default matrix where a cell is not given. */
    private static RatioMatrix byRisk(Map<String, Map<String, BigDecimal>> matrix) {
        Map<Grade, Map<Risk, BigDecimal>> cells = new EnumMap<>(Grade.class);
        PlanMatrix.standard().ratios().cells().forEach((grade, row) -> cells.put(grade, new EnumMap<>(row)));
        matrix.forEach((colour, row) -> row.forEach((risk, share) -> cells.computeIfAbsent(
                        Objects.requireNonNull(Choice.of(Grade.class, "matrix", colour)),
                        _ -> new EnumMap<>(Risk.class))
                .put(Objects.requireNonNull(Choice.of(Risk.class, "matrix." + colour, risk)), share)));
        return RatioMatrix.of(cells);
    }

    private RatioMatrix byColour() {
        Map<Grade, BigDecimal> shares = new EnumMap<>(RatioRules.standard().defaultRatios());
        if (ratios != null) {
            ratios.forEach((colour, ratio) ->
                    shares.put(Objects.requireNonNull(Choice.of(Grade.class, "ratios", colour)), ratio));
        }
        return RatioMatrix.byColour(shares);
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
