package org.sise.supervision.commitment;

import java.time.LocalDate;

/**
 * A broken commitment after which promises are not taken for a while.
 *
 * @param record the number of the record of the breach
 * @param type the type of the broken commitment
 * @param brokenOn the day on which the breach was established
 * @param until the last day of the ban
 */
public record Ban(long record, String type, LocalDate brokenOn, LocalDate until) {}
