package org.sise.supervision.door;

import java.time.Instant;

/**
 * A finding with who wrote it down and when.
 *
 * @param id its number
 * @param finding what was found
 * @param certificate the officer's certificate
 * @param at when
 * @param stands whether it is the last one for its item
 */
public record RecordedFinding(long id, Finding finding, String certificate, Instant at, boolean stands) {}
