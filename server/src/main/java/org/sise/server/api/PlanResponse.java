package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanCommitment;
import org.sise.supervision.plan.PlanDraft;
import org.sise.supervision.plan.PlanPreview;

/** An inspection plan. */
@Schema(name = "Plan", description = "抽查计划 / an inspection plan")
public record PlanResponse(
        String id,
        String title,

        @Schema(allowableValues = {"draft", "submitted", "approved", "committed", "drawn", "cancelled"})
        String state,

        Instant createdAt,
        String createdBy,
        List<String> industries,
        List<String> regions,

        @Schema(description = "按颜色和行业风险 / by colour and the industry's risk")
        Map<String, Map<String, BigDecimal>> matrix,

        BigDecimal worstShare,
        List<String> items,
        List<String> mandatoryItems,
        int itemsPerObject,
        List<String> inspectors,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String submittedBy,
        @Nullable String approvedBy,
        @Nullable Commitment commitment,
        @Nullable BeaconOf beacon,
        @Nullable Instant drawnAt,

        @Schema(description = "任务已生成的时间 / when each drawn business had its tasks") @Nullable
        Instant tasksAt,

        @Nullable String cancelReason) {

    /** One stratum of a plan's pool. */
    @Schema(name = "Stratum")
    public record Stratum(
            @Schema(description = "公布文件中的名称 / its name in published files", example = "RED-HIGH-WORST")
            String name,

            String colour,

            @Schema(description = "行业风险，不分则为空 / the industry's risk, null where it makes no difference") @Nullable
            String risk,

            @Schema(
                    description = "产生方式 / how its businesses are chosen",
                    allowableValues = {"worst", "random-share"})
            String selection,

            BigDecimal ratio,

            @Schema(description = "对象数 / businesses in the pool")
            int size,

            @Schema(description = "抽取数 / businesses drawn") int take) {

        static Stratum of(PlanPreview.StratumPreview stratum) {
            var of = org.sise.supervision.stratum.Stratum.of(stratum.planned().stratum());
            return new Stratum(
                    stratum.planned().stratum(),
                    Choice.word(of.grade()),
                    of.risk() == null ? null : Choice.word(of.risk()),
                    Choice.word(of.selection()),
                    stratum.planned().ratio(),
                    stratum.size(),
                    stratum.take());
        }
    }

    /** What was published at the commitment. */
    @Schema(name = "Commitment")
    public record Commitment(
            @Schema(description = "保密随机数的 SHA-256 / SHA-256 of the secret")
            String commitment,

            @Schema(description = "对象名单的默克尔根 / Merkle root of the pool")
            String objectsRoot,

            @Schema(description = "各冻结文件的 SHA-256 / of each frozen file")
            Map<String, String> digests,

            Instant committedAt,
            long auditLine,
            List<Stratum> strata) {}

    /** A public value that nobody knew at the commitment. */
    @Schema(name = "Beacon")
    public record BeaconOf(String source, String value) {}

    static PlanResponse of(Plan plan) {
        PlanDraft draft = plan.draft();
        Map<String, Map<String, BigDecimal>> matrix = new LinkedHashMap<>();
        draft.ratios()
                .cells()
                .forEach((grade, row) -> row.forEach(
                        (risk, ratio) -> matrix.computeIfAbsent(Choice.word(grade), _ -> new LinkedHashMap<>())
                                .put(Choice.word(risk), ratio)));
        return new PlanResponse(
                plan.id(),
                draft.title(),
                Choice.word(plan.state()),
                plan.createdAt(),
                plan.createdBy(),
                draft.industries(),
                draft.regions(),
                matrix,
                draft.worstShare(),
                draft.items(),
                draft.mandatoryItems(),
                draft.itemsPerObject(),
                draft.inspectors(),
                draft.window() == null ? null : draft.window().from(),
                draft.window() == null ? null : draft.window().until(),
                plan.submittedBy(),
                plan.approvedBy(),
                commitment(plan.commitment()),
                beacon(plan.beacon()),
                plan.drawnAt(),
                plan.tasksAt(),
                plan.cancelReason());
    }

    private static @Nullable Commitment commitment(@Nullable PlanCommitment commitment) {
        return commitment == null
                ? null
                : new Commitment(
                        commitment.commitment(),
                        commitment.objectsRoot(),
                        new TreeMap<>(commitment.digests()),
                        commitment.committedAt(),
                        commitment.auditSeq(),
                        commitment.strata().stream().map(Stratum::of).toList());
    }

    private static @Nullable BeaconOf beacon(@Nullable Beacon beacon) {
        return beacon == null ? null : new BeaconOf(beacon.source(), beacon.value());
    }
}
