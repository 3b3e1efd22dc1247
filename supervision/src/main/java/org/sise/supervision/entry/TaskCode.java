package org.sise.supervision.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.sise.core.code.CreditCode;

/**
 * What a visit's code (任务码) says, which an officer's phone shows and the business scans. Written as 105 bytes: version,
 * key, visit, issue, business, not before, seconds of validity, Ed25519 signature over all that; in base64url 140
 * characters.
 *
 * @param key the signing key's number
 * @param visit the visit's number
 * @param issue the visit's issue of codes: a higher one revokes those before
 * @param business the business that is visited
 * @param notBefore from when it is taken, whole seconds
 * @param validity for how long
 */
public record TaskCode(int key, long visit, int issue, CreditCode business, Instant notBefore, Duration validity) {

    private static final byte VERSION = 1;
    private static final int SIGNED = 1 + 4 + 8 + 2 + CreditCode.LENGTH + 4 + 4;
    private static final int SIGNATURE = 64;

    /** @throws IllegalArgumentException when a part is outside of what it is written in */
    public TaskCode {
        if (issue < 0
                || issue > 0xffff
                || notBefore.getNano() != 0
                || notBefore.getEpochSecond() < 0
                || notBefore.getEpochSecond() > 0xffff_ffffL
                || validity.isNegative()
                || validity.toSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a part of the code is out of bounds");
        }
    }

    /** A code with its signature. */
    record Signed(TaskCode code, byte[] signed, byte[] signature) {}

    /** Until when it is taken. */
    public Instant notAfter() {
        return notBefore.plus(validity);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(SIGNED)
                .put(VERSION)
                .putInt(key)
                .putLong(visit)
                .putShort((short) issue)
                .put(business.value().getBytes(StandardCharsets.US_ASCII))
                .putInt((int) notBefore.getEpochSecond())
                .putInt((int) validity.toSeconds())
                .array();
    }

    String text(byte[] signature) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNED + SIGNATURE)
                        .put(bytes())
                        .put(signature)
                        .array());
    }

    /** The code of a scanned text; empty where it is not one, or not written as one is. */
    static Optional<Signed> read(String text) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length != SIGNED + SIGNATURE || all[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(all, 1, SIGNED - 1);
        int key = in.getInt();
        long visit = in.getLong();
        int issue = Short.toUnsignedInt(in.getShort());
        byte[] business = new byte[CreditCode.LENGTH];
        in.get(business);
        Instant notBefore = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()));
        int validity = in.getInt();
        try {
            TaskCode code = new TaskCode(
                    key,
                    visit,
                    issue,
                    new CreditCode(new String(business, StandardCharsets.US_ASCII)),
                    notBefore,
                    Duration.ofSeconds(validity));
            byte[] signature = Arrays.copyOfRange(all, SIGNED, all.length);
            String canonical = code.text(signature);
            return canonical.equals(text.strip())
                    ? Optional.of(new Signed(code, code.bytes(), signature))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
