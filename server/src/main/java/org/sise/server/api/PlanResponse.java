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
import org.sise.supervision.plan.PlanState;

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

        @Schema(description = "纯随机检查占各色抽取数的份额，0 为没有 / pure random checks as a share of the places, 0 for none")
        BigDecimal anyShare,

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

        @Schema(description = "任务生成进度，未抽取则为空 / how far the making of tasks has come, null before the draw") @Nullable
        Progress tasks,

        @Schema(description = "任务无法生成的原因 / why its tasks cannot be made") @Nullable
        String tasksFault,

        @Nullable String cancelReason) {

    /** How many drawn businesses were gone through for their tasks. */
    @Schema(name = "PlanProgress")
    public record Progress(int done, int of) {}

    /** One stratum of a plan's pool. */
    @Schema(name = "Stratum")
    public record Stratum(
            @Schema(description = "公布文件中的名称 / its name in published files", example = "RED-HIGH-WORST")
            String name,

            @Schema(description = "颜色，纯随机则为空 / null for pure random checks of any colour") @Nullable
            String colour,

            @Schema(description = "行业风险，不分则为空 / the industry's risk, null where it makes no difference") @Nullable
            String risk,

            @Schema(
                    description = "产生方式 / how its businesses are chosen",
                    allowableValues = {"any", "worst", "random-share"})
            String selection,

            BigDecimal ratio,

            @Schema(description = "对象数 / businesses in the pool")
            int size,

            @Schema(description = "抽取数 / businesses drawn") int take) {

        static Stratum of(PlanPreview.StratumPreview stratum) {
            var of = stratum.stratum();
            return new Stratum(
                    stratum.planned().stratum(),
                    of.grade() == null ? null : Choice.word(of.grade()),
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
                draft.any().share(),
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
                progress(plan),
                plan.tasksFault(),
                plan.cancelReason());
    }

    private static @Nullable Progress progress(Plan plan) {
        PlanCommitment commitment = plan.commitment();
        if (commitment == null || plan.state() != PlanState.DRAWN) {
            return null;
        }
        int drawn = commitment.drawn();
        return new Progress(plan.tasksAt() == null ? plan.tasksThrough() : drawn, drawn);
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
