package org.sise.scoring.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy: how the facts about a party become a grade. Made by {@code PolicyReader}, which checks what spans several
 * parts.
 *
 * @param order which end of the score comes first within a grade
 * @param grades from the best to the worst
 * @param rules floors, vetoes and the other rules beside the score, in the order of reading
 * @param digest SHA-256 of the file's bytes, in lower-case hexadecimal
 */
public record Policy(
        String id,
        String version,
        Text title,
        LocalDate inForceFrom,
        String basis,
        Provenance provenance,
        Order order,
        Scope scope,
        List<Dimension> dimensions,
        List<Indicator> indicators,
        List<Figure> figures,
        List<GradeLevel> grades,
        Decision decision,
        List<Rule> rules,
        String digest) {
    /** Which businesses of one grade come first to an inspector: those with the highest score or with the lowest. */
    public enum Order {
        /** The score counts risk: the highest is the worst. */
        HIGHEST_FIRST,
        /** The score counts merit: the lowest is the worst. */
        LOWEST_FIRST
    }

    public Policy {
        dimensions = List.copyOf(dimensions);
        indicators = List.copyOf(indicators);
        figures = List.copyOf(figures);
        grades = List.copyOf(grades);
        rules = List.copyOf(rules);
        if (dimensions.isEmpty() || grades.isEmpty()) {
            throw new IllegalArgumentException("policy " + id + " needs a dimension and a grade");
        }
        if (basis.isBlank()) {
            throw new IllegalArgumentException("policy " + id + " names no legal basis");
        }
    }

    public @Nullable Dimension dimension(String id) {
        for (Dimension dimension : dimensions) {
            if (dimension.id().equals(id)) {
                return dimension;
            }
        }
        return null;
    }

    public @Nullable GradeLevel grade(String id) {
        for (GradeLevel grade : grades) {
            if (grade.id().equals(id)) {
                return grade;
            }
        }
        return null;
    }

    /** @throws IllegalArgumentException if the policy has no grade of that id */
    public GradeLevel level(String id) {
        GradeLevel level = grade(id);
        if (level == null) {
            throw new IllegalArgumentException("policy %s has no grade “%s”".formatted(this.id, id));
        }
        return level;
    }
}
