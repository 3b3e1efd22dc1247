package org.sise.supervision.correction;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to a correction.
 *
 * @param at when
 * @param actor who did it, or {@code clock}
 * @param state the state that it came to
 * @param due the deadline afterwards
 * @param note what was said, or empty
 */
public record CorrectionEvent(Instant at, String actor, CorrectionState state, LocalDate due, String note) {}
