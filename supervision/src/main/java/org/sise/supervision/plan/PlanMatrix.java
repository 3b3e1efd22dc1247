package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sise.core.csv.CsvTable;
import org.sise.core.grade.Grade;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.stratum.Risk;

/** The ratio with which a new plan begins and the interval between two visits, by colour and the industry's risk. Immutable. */
public final class PlanMatrix {

    private static final PlanMatrix STANDARD =
            new PlanMatrix(CsvTable.ofResource(PlanMatrix.class, "rules/plan_matrix.csv"));

    private final List<Cell> all;
    private final Map<Grade, Map<Risk, Cell>> byColour = new EnumMap<>(Grade.class);

    private PlanMatrix(CsvTable table) {
        this.all = table.rows().stream().map(PlanMatrix::cell).toList();
        for (Cell cell : all) {
            byColour.computeIfAbsent(cell.grade(), _ -> new EnumMap<>(Risk.class))
                    .put(cell.risk(), cell);
        }
        for (Grade grade : Grade.values()) {
            if (byColour.getOrDefault(grade, Map.of()).size() < Risk.values().length) {
                throw new IllegalArgumentException("no ratio and interval for each risk of " + grade);
            }
        }
    }

    /**
     * A cell.
     *
     * @param grade the colour
     * @param risk the industry's risk
     * @param ratio the share to be drawn, 0 to 1
     * @param intervalMonths for how many months behind a visit a business is left out of pools; 0 for none
     * @param note how the law words it
     * @param source where it was found
     * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation by
     *     the authority
     */
    public record Cell(
            Grade grade,
            Risk risk,
            BigDecimal ratio,
            int intervalMonths,
            String note,
            String source,
            String confidence) {}

    /** The matrix that ships with the product: the table {@code rules/plan_matrix.csv}. */
    public static PlanMatrix standard() {
        return STANDARD;
    }

    /** All cells, in the table's order. */
    public List<Cell> all() {
        return all;
    }

    /** The cell of a colour and a risk. */
    public Cell of(Grade grade, Risk risk) {
        Cell cell = byColour.getOrDefault(grade, Map.of()).get(risk);
        if (cell == null) {
            throw new IllegalArgumentException("no cell of " + grade + " and " + risk);
        }
        return cell;
    }

    /** The ratios. */
    public RatioMatrix ratios() {
        Map<Grade, Map<Risk, BigDecimal>> ratios = new EnumMap<>(Grade.class);
        byColour.forEach((grade, row) -> {
            Map<Risk, BigDecimal> shares = new EnumMap<>(Risk.class);
            row.forEach((risk, cell) -> shares.put(risk, cell.ratio()));
            ratios.put(grade, shares);
        });
        return RatioMatrix.of(ratios);
    }

    /** The longest interval, in months. */
    int longestInterval() {
        return all.stream().mapToInt(Cell::intervalMonths).max().orElse(0);
    }

    private static Cell cell(CsvTable.Row row) {
        return new Cell(
                Grade.valueOf(row.get("colour")),
                Risk.valueOf(row.get("risk")),
                new BigDecimal(row.get("ratio_pct")).movePointLeft(2).stripTrailingZeros(),
                Integer.parseInt(row.get("interval_months")),
                row.get("note"),
                row.get("source"),
                row.get("confidence"));
    }
}
