package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.grading.whatif.MovedBusiness;
import org.sise.grading.whatif.MoverQuery;
import org.sise.scoring.difference.Change;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Points;
import org.sise.server.query.Choice;

/** A business that moves, and why. */
@Schema(name = "WhatIfMover")
public record WhatIfMoverResponse(
        String code,
        String name,

        @Schema(allowableValues = {"better", "worse", "enters", "leaves"})
        String direction,

        String from,
        String to,
        @Nullable BigDecimal scoreFrom,
        @Nullable BigDecimal scoreTo,
        @Nullable String industry,
        @Nullable String region,
        List<Reason> why) {

    /** One thing in which the two explanations differ. */
    @Schema(name = "WhatIfReason")
    public record Reason(
            @Schema(
                    allowableValues = {
                        "scope",
                        "points-appeared",
                        "points-vanished",
                        "points-changed",
                        "figure",
                        "rule-appeared",
                        "rule-vanished",
                        "rule-changed",
                        "score",
                        "base"
                    })
            String type,

            @Nullable String rule,
            @Nullable String document,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            String zh,
            String en) {}

    static WhatIfMoverResponse of(MovedBusiness mover) {
        return new WhatIfMoverResponse(
                mover.code(),
                mover.name(),
                Choice.word(mover.direction()),
                grade(mover.from()),
                grade(mover.to()),
                mover.scoreFrom(),
                mover.scoreTo(),
                mover.industry().isEmpty() ? null : mover.industry(),
                mover.region().isEmpty() ? null : mover.region(),
                mover.why().stream().map(WhatIfMoverResponse::reason).toList());
    }

    private static Reason reason(Change change) {
        return new Reason(
                Choice.word(change.type()),
                change.rule().isEmpty() ? null : change.rule(),
                change.fact() == null ? null : change.fact().document(),
                decimal(change.before()),
                decimal(change.after()),
                change.text().zh(),
                change.text().en());
    }

    private static @Nullable BigDecimal decimal(@Nullable Points points) {
        return points == null ? null : points.toBigDecimal();
    }

    private static String grade(@Nullable GradeLevel grade) {
        return grade == null ? MoverQuery.NOT_APPLICABLE : grade.id();
    }
}
