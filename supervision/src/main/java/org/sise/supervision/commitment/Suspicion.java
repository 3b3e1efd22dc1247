package org.sise.supervision.commitment;

import java.time.LocalDate;
import org.sise.core.record.InspectionResult;

/**
 * A commitment still to be kept, and an inspection after it that found a problem: somebody has to look whether it is broken.
 *
 * @param commitment its number
 * @param business a credit code
 * @param inspection the inspection record's number
 * @param on the day of the inspection
 * @param result what was found
 */
public record Suspicion(long commitment, String business, long inspection, LocalDate on, InspectionResult result) {}
