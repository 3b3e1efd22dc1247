package org.sise.core.person;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns identity numbers into {@link PersonKey}s by HMAC-SHA-256 under one installation's secret. The same number gives
 * the same key whatever its case, width or spaces; the number itself is kept nowhere.
 */
public final class PersonKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 16;

    private final SecretKeySpec secret;

    /** @throws IllegalArgumentException when the secret is shorter than 16 bytes */
    public PersonKeys(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the secret for person keys needs at least 16 bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The key of an identity number. */
    public PersonKey ofNumber(String number) {
        return keyOf("number\t" + normal(number));
    }

    /**
     * The key of a person of whom only a name is known, and only at one business: two people of one name at two
     * businesses are two people.
     *
     * @param name the name as given
     * @param business the credit code of the business at which the name stands
     */
    public PersonKey ofNameAt(String name, String business) {
        return keyOf("name\t" + normal(name) + "\t" + business);
    }

    /** An identity number as it may be shown: the region and the last character only. */
    public static String masked(String number) {
        String normal = normal(number);
        if (normal.length() < 8) {
            return "*".repeat(normal.length());
        }
        return normal.substring(0, 3) + "*".repeat(normal.length() - 4) + normal.substring(normal.length() - 1);
    }

    private PersonKey keyOf(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return new PersonKey(HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }
}
