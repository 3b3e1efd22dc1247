package org.sise.supervision.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The business's signature under the findings of a visit, or why there is none.
 *
 * @param signer who was there for the business
 * @param picture the SHA-256 of the picture, lower-case hexadecimal, or null
 * @param refused why there is no signature, else empty
 * @param at when
 */
public record Signature(String signer, @Nullable String picture, String refused, Instant at) {}
