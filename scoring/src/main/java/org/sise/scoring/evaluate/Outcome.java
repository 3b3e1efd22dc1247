package org.sise.scoring.evaluate;

import java.time.LocalDate;

/**
 * What was found at a party on a day: the thing that a grade of the day before should have foreseen.
 *
 * @param party the party's id
 * @param bad whether the result was bad, such as a failed inspection
 */
public record Outcome(String party, LocalDate date, boolean bad) {}
