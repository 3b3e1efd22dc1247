package org.sise.integrations.notice;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a pushed notice: {@code v1=} and the hexadecimal HMAC-SHA-256 (RFC 2104) of timestamp, full stop and
 * body, under a key that house and department share.
 */
public final class NoticeSignature {

    private static final String VERSION = "v1=";
    private static final String ALGORITHM = "HmacSHA256";

    private NoticeSignature() {}

    /**
     * The signature of a body.
     *
     * @param key the shared key, not empty
     * @param timestamp seconds since 1970, as the header says them
     * @param body the body, byte for byte
     */
    public static String of(String key, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Whether a signature is that of a body; takes the same time wherever it differs. */
    public static boolean holds(String signature, String key, String timestamp, byte[] body) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII),
                of(key, timestamp, body).getBytes(StandardCharsets.US_ASCII));
    }
}
