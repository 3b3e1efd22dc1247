package org.sise.supervision.stratum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;

/** The share of businesses to be drawn by colour and by the risk of the industry, each 0 to 1. A cell may be missing. Immutable. */
public final class RatioMatrix {

    /** The colours from red to blue: the order of strata. */
    public static final List<Grade> ORDER = List.of(Grade.values()).reversed();

    private final Map<Grade, Map<Risk, BigDecimal>> cells;

    /** The colours whose risks all have one ratio. */
    private final Set<Grade> common = EnumSet.noneOf(Grade.class);

    private RatioMatrix(Map<Grade, Map<Risk, BigDecimal>> cells) {
        this.cells = cells;
        for (Grade grade : ORDER) {
            BigDecimal first = of(grade, Risk.values()[0]);
            if (Arrays.stream(Risk.values()).allMatch(risk -> Objects.equals(first, of(grade, risk)))) {
                common.add(grade);
            }
        }
    }

    /** A matrix of these cells; a share loses its trailing zeros. */
    public static RatioMatrix of(Map<Grade, Map<Risk, BigDecimal>> shares) {
        Map<Grade, Map<Risk, BigDecimal>> cells = new EnumMap<>(Grade.class);
        shares.forEach((grade, row) -> {
            Map<Risk, BigDecimal> plain = new EnumMap<>(Risk.class);
            row.forEach((risk, share) -> plain.put(risk, share.stripTrailingZeros()));
            cells.put(grade, Collections.unmodifiableMap(plain));
        });
        return new RatioMatrix(Collections.unmodifiableMap(cells));
    }

    /** A matrix in which the risk of an industry makes no difference. */
    public static RatioMatrix byColour(Map<Grade, BigDecimal> shares) {
        Map<Grade, Map<Risk, BigDecimal>> cells = new EnumMap<>(Grade.class);
        shares.forEach((grade, share) -> {
            Map<Risk, BigDecimal> row = new EnumMap<>(Risk.class);
            for (Risk risk : Risk.values()) {
                row.put(risk, share);
            }
            cells.put(grade, row);
        });
        return of(cells);
    }

    /** The share of a colour and risk, or null where it is missing. */
    public @Nullable BigDecimal of(Grade grade, Risk risk) {
        return cells.getOrDefault(grade, Map.of()).get(risk);
    }

    /** The cells, by colour and risk. */
    public Map<Grade, Map<Risk, BigDecimal>> cells() {
        return cells;
    }

    /** The one share of a colour, or null where it is missing or depends on the risk. */
    public @Nullable BigDecimal common(Grade grade) {
        return common.contains(grade) ? of(grade, Risk.values()[0]) : null;
    }

    /** The share of a stratum that it makes, or null where it is missing. */
    public @Nullable BigDecimal of(Stratum stratum) {
        Grade grade = stratum.grade();
        if (grade == null) {
            return null;
        }
        Risk risk = stratum.risk();
        return risk == null ? common(grade) : of(grade, risk);
    }

    /** The strata that it makes, from red to blue and from high to low risk; a colour with one share is one stratum. */
    public List<Stratum> strata() {
        List<Stratum> strata = new ArrayList<>();
        for (Grade grade : ORDER) {
            if (common.contains(grade)) {
                strata.add(new Stratum(grade, null, false));
            } else {
                for (Risk risk : Risk.values()) {
                    strata.add(new Stratum(grade, risk, false));
                }
            }
        }
        return strata;
    }

    /** The stratum of a business. */
    public Stratum stratumOf(Grade grade, Risk risk) {
        return new Stratum(grade, common.contains(grade) ? null : risk, false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatioMatrix matrix && matrix.cells.equals(cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
