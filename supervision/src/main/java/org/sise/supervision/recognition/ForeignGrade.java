package org.sise.supervision.recognition;

import java.time.Instant;
import java.time.LocalDate;
import org.sise.core.grade.Grade;

/**
 * A grade that another city signed. It enters no grade of this city.
 *
 * @param id its number
 * @param business the credit code
 * @param city six digits of GB/T 2260
 * @param level the level there
 * @param colour the colour that it is here
 * @param asOf the day of the grade
 * @param validUntil the last day on which it is good
 * @param statement the signed text whole
 * @param acceptedAt when it was taken in
 * @param actor by whom
 */
public record ForeignGrade(
        long id,
        String business,
        String city,
        String level,
        Grade colour,
        LocalDate asOf,
        LocalDate validUntil,
        String statement,
        Instant acceptedAt,
        String actor) {

    /** Whether it is good on a day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }
}
