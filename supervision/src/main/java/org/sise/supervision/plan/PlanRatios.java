package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sise.core.grade.Grade;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.stratum.Risk;

/** A sound matrix of ratios as a column: by colour from red to blue, and within it from high to low risk. */
final class PlanRatios {

    private PlanRatios() {}

    static String[] write(RatioMatrix matrix) {
        List<String> cells = new ArrayList<>();
        for (Grade grade : RatioMatrix.ORDER) {
            for (Risk risk : Risk.values()) {
                cells.add(Objects.requireNonNull(matrix.of(grade, risk)).toPlainString());
            }
        }
        return cells.toArray(String[]::new);
    }

    /** The matrix of a column; one with a single ratio for each colour is by colour alone. */
    static RatioMatrix read(BigDecimal[] cells) {
        int risks = cells.length / RatioMatrix.ORDER.size();
        Map<Grade, Map<Risk, BigDecimal>> matrix = new EnumMap<>(Grade.class);
        for (int colour = 0; colour < RatioMatrix.ORDER.size(); colour++) {
            Map<Risk, BigDecimal> row = new EnumMap<>(Risk.class);
            for (Risk risk : Risk.values()) {
                row.put(risk, cells[colour * risks + (risks == 1 ? 0 : risk.ordinal())]);
            }
            matrix.put(RatioMatrix.ORDER.get(colour), row);
        }
        return RatioMatrix.of(matrix);
    }
}
