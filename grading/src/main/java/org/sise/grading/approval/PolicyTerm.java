package org.sise.grading.approval;

import java.time.Instant;
import java.time.LocalDate;

/**
 * From which day an approved version is in force; it ends where the next one begins.
 *
 * @param id the version's number
 * @param name id and version of the policy
 * @param round in which it was approved
 * @param from the first day
 * @param decidedAt when the last approval was given
 * @param begun whether the day has come and the businesses have entered the regrade queue
 */
record PolicyTerm(long id, String name, int round, String digest, LocalDate from, Instant decidedAt, boolean begun) {}
