package org.sise.ledger.grade;

import java.time.Instant;

/**
 * A grade in the ledger.
 *
 * @param id its number, from 1
 * @param knownAt when it was appended
 * @param entry the grade with its receipt
 */
public record StoredGrade(long id, Instant knownAt, GradeEntry entry) {}
