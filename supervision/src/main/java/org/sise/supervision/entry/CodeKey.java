package org.sise.supervision.entry;

import java.time.Instant;

/**
 * A public key by which codes are checked.
 *
 * @param id its number, in every code that it signed
 * @param publicKey the key as X.509 has it, Base64
 * @param from from when it signs
 * @param until until when codes signed by it are taken: later than its successor begins, by the longest validity of a code
 */
public record CodeKey(int id, String publicKey, Instant from, Instant until) {

    /** Whether a code that begins at a time may be signed by it. */
    boolean covers(TaskCode code) {
        return !code.notBefore().isBefore(from) && !code.notAfter().isAfter(until);
    }
}
