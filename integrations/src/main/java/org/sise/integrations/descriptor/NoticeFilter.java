package org.sise.integrations.descriptor;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.industry.Industries;

/**
 * Which businesses a department is told of; an empty set is no restriction.
 *
 * @param regions digits with which GB/T 2260 codes begin
 * @param grades grades, of a change the one before or the one after
 * @param industries letters of sections, or digits with which GB/T 4754 codes begin
 */
public record NoticeFilter(Set<String> regions, Set<Grade> grades, Set<String> industries) {

    /** Whether a business of a region and an industry is meant; one whose region or industry is not known only where none is named. */
    public boolean takes(@Nullable String region, @Nullable String industry) {
        return (regions.isEmpty() || region != null && regions.stream().anyMatch(region::startsWith))
                && (industries.isEmpty()
                        || industry != null
                                && industries.stream()
                                        .anyMatch(
                                                within -> Industries.standard().isWithin(industry, within)));
    }

    /** Whether one of these grades is meant. A business without a grade is meant only where no grade is named. */
    public boolean takesAny(Set<Grade> present) {
        return grades.isEmpty() || present.stream().anyMatch(grades::contains);
    }
}
