package org.sise.supervision.approval;

import java.time.LocalDate;

/**
 * A new permit and the task of its first check.
 *
 * @param business a credit code
 * @param matter the matter's code
 * @param permit the number of the permit's record
 * @param task the task's number
 * @param due the last day for the check
 */
public record FirstCheck(String business, String matter, long permit, long task, LocalDate due) {}
