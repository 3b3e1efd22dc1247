package org.sise.supervision.recognition;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Compact signed texts by RFC 7515 with Ed25519 by RFC 8037: header, payload and signature in base64url, between dots. */
final class Jws {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
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
                    x((EdECPublicKey) pair.getPublic()),
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
        byte[] little = FROM.decode(publicKey);
        if (little.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        boolean odd = (little[KEY_BYTES - 1] & 0x80) != 0;
        little[KEY_BYTES - 1] &= 0x7f;
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, reversed(little)))));
    }

    private static String x(EdECPublicKey key) {
        byte[] big = key.getPoint().getY().toByteArray();
        byte[] little = new byte[KEY_BYTES];
        for (int at = 0; at < Math.min(big.length, KEY_BYTES); at++) {
            little[at] = big[big.length - 1 - at];
        }
        if (key.getPoint().isXOdd()) {
            little[KEY_BYTES - 1] |= (byte) 0x80;
        }
        return TO.encodeToString(little);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            reversed[at] = bytes[bytes.length - 1 - at];
        }
        return reversed;
    }
}
