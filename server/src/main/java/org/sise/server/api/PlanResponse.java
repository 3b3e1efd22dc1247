package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

        @Schema(allowableValues = {"draft", "committed", "drawn", "cancelled"})
        String state,

        Instant createdAt,
        String createdBy,
        List<String> industries,
        List<String> regions,
        Map<String, BigDecimal> ratios,
        List<String> items,
        List<String> mandatoryItems,
        int itemsPerObject,
        List<String> inspectors,
        @Nullable Commitment commitment,
        @Nullable BeaconOf beacon,
        @Nullable Instant drawnAt,
        @Nullable String cancelReason) {

    /** One colour of a plan's pool. */
    @Schema(name = "Stratum")
    public record Stratum(
            String colour,
            BigDecimal ratio,

            @Schema(description = "对象数 / businesses in the pool")
            int size,

            @Schema(description = "抽取数 / businesses drawn") int take) {

        static Stratum of(PlanPreview.StratumPreview stratum) {
            return new Stratum(
                    stratum.planned().stratum().toLowerCase(Locale.ROOT),
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
        Map<String, BigDecimal> ratios = new LinkedHashMap<>();
        draft.ratios().forEach((grade, ratio) -> ratios.put(Choice.word(grade), ratio));
        return new PlanResponse(
                plan.id(),
                draft.title(),
                Choice.word(plan.state()),
                plan.createdAt(),
                plan.createdBy(),
                draft.industries(),
                draft.regions(),
                ratios,
                draft.items(),
                draft.mandatoryItems(),
                draft.itemsPerObject(),
                draft.inspectors(),
                commitment(plan.commitment()),
                beacon(plan.beacon()),
                plan.drawnAt(),
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
