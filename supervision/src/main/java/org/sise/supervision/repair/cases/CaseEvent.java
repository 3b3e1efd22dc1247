package org.sise.supervision.repair.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that happened to a case.
 *
 * @param number its place in the case, from 1
 * @param day the day of it in Asia/Shanghai, from which periods run
 * @param actor whose account it was
 * @param note what was written with it, or empty
 * @param detail a word of the rules or a number, or empty
 */
public record CaseEvent(int number, Step step, Instant at, LocalDate day, String actor, String note, String detail) {}
