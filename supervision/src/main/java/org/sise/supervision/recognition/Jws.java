package org.sise.supervision.recognition;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Compact signed texts by RFC 7515 with Ed25519 by RFC 8037: header, payload and signature in base64url, between dots. */
final class Jws {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;

    /** What stands before a key in its X.509 encoding (RFC 8410, section 4). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM = Base64.getUrlDecoder();

    private Jws() {}

    /**
     * A new pair.
     *
     * @param publicKey the member x of RFC 8037
     * @param secret PKCS #8 in base64
     */
    record Pair(String publicKey, String secret) {}

    /**
     * A signed text that was taken apart and not checked.
     *
     * @param header the header's JSON
     * @param payload the payload's JSON
     * @param signed what the signature is of
     * @param signature the signature
     */
    record Parts(String header, String payload, byte[] signed, byte[] signature) {}

    static Pair newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Pair(
                    x(pair.getPublic()),
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    static String sign(String header, String payload, String secret) {
        String signed = TO.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + TO.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret))));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + TO.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the recognition key cannot sign", e);
        }
    }

    /** The parts of a signed text, or null where it is none. */
    static @Nullable Parts parts(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            return new Parts(
                    new String(FROM.decode(parts[0]), StandardCharsets.UTF_8),
                    new String(FROM.decode(parts[1]), StandardCharsets.UTF_8),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    FROM.decode(parts[2]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the holder of the key signed it. */
    static boolean isSignedBy(Parts parts, String publicKey) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key(publicKey));
            signature.update(parts.signed());
            return signature.verify(parts.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether a text can be a public key. */
    static boolean isKey(String publicKey) {
        try {
            key(publicKey);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(String publicKey) throws GeneralSecurityException {
        byte[] x = FROM.decode(publicKey);
        if (x.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_BYTES);
        System.arraycopy(x, 0, encoded, PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The key itself, which ends its X.509 encoding. */
    private static String x(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return TO.encodeToString(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }
}
