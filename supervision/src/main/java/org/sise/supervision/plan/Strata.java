package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.sise.core.grade.Grade;
import org.sise.supervision.draw.PlannedStratum;

/** The colours as strata of a draw, from red to blue. */
final class Strata {

    static final List<Grade> ORDER = List.of(Grade.values()).reversed();

    static final List<String> NAMES = ORDER.stream().map(Grade::name).toList();

    private Strata() {}

    /** The strata of a draft that has a ratio for each colour. */
    static List<PlannedStratum> planned(PlanDraft draft) {
        Map<Grade, BigDecimal> ratios = draft.ratios();
        return ORDER.stream()
                .map(grade -> new PlannedStratum(grade.name(), ratios.getOrDefault(grade, BigDecimal.ZERO)))
                .toList();
    }
}
