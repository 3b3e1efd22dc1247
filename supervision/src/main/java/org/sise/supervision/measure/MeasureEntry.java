package org.sise.supervision.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.CreditRecord;

/**
 * One entry of the catalogue of measures (措施清单).
 *
 * @param id its id, ours and not the national list's
 * @param kind whether it burdens or favours
 * @param category the kind of measure by the national list, such as 限制市场或行业准入
 * @param zh what it is, in Chinese
 * @param en what it is, in English
 * @param target on whom
 * @param basis the legal basis
 * @param department who carries it out
 * @param duration for how long, in words
 * @param months for how many months, or null: as long as its ground stands
 * @param conditions one of which must be met
 * @param membership how sure it is that it stands in the national list
 * @param source where it was found
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
 */
public record MeasureEntry(
        String id,
        MeasureKind kind,
        String category,
        String zh,
        String en,
        String target,
        String basis,
        String department,
        String duration,
        @Nullable Integer months,
        List<MeasureCondition> conditions,
        String membership,
        String source,
        String confidence) {

    /**
     * @throws IllegalArgumentException without a legal basis, a department or a condition, or for a measure of dishonesty
     *     whose ground would be a colour
     */
    public MeasureEntry {
        conditions = List.copyOf(conditions);
        if (basis.isBlank()) {
            throw new IllegalArgumentException(
                    "legal_basis: 措施 %s 没有依据，不得列入清单 / measure %s has no legal basis".formatted(id, id));
        }
        if (department.isBlank() || conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "condition: 措施 %s 须有实施部门和条件 / measure %s needs a department and a condition".formatted(id, id));
        }
        boolean coloured = conditions.stream().anyMatch(MeasureCondition.Coloured.class::isInstance);
        if (coloured && kind == MeasureKind.MEASURE) {
            throw new IllegalArgumentException(
                    "condition: 颜色不得作为惩戒措施 %s 的依据 / a colour is never the ground of measure %s".formatted(id, id));
        }
    }

    /** Whether a standing record is a ground of it. */
    public boolean isGroundedIn(CreditRecord record) {
        return conditions.stream().anyMatch(condition -> condition.isMetBy(record));
    }

    /** Whether this colour is its ground, of incentives alone. */
    public boolean isBroughtBy(@Nullable Grade grade) {
        return grade != null && conditions.contains(new MeasureCondition.Coloured(grade));
    }

    /** Whether it can ever be proposed from what the ledger knows. */
    public boolean isKnownToTheLedger() {
        return !conditions.contains(new MeasureCondition.Decided());
    }
}
