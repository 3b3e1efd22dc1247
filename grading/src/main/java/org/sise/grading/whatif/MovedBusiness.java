package org.sise.grading.whatif;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.difference.Change;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.whatif.Direction;

/**
 * A business that moves.
 *
 * @param name as the register has it now
 * @param from its grade by the policy compared with; null: not applicable
 * @param to its grade by the draft; null: not applicable
 * @param industry empty where not known
 * @param region empty where not known
 * @param why in what the two explanations differ
 */
public record MovedBusiness(
        String code,
        String name,
        Direction direction,
        @Nullable GradeLevel from,
        @Nullable GradeLevel to,
        @Nullable BigDecimal scoreFrom,
        @Nullable BigDecimal scoreTo,
        String industry,
        String region,
        List<Change> why) {}
