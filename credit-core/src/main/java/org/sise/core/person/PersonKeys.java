package org.sise.core.person;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns identity and telephone numbers into {@link PersonKey}s by HMAC-SHA-256 under one installation's secret. The same number gives
 * the same key whatever its case, width or spaces; the number itself is kept nowhere.
 */
public final class PersonKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 16;

    private static final Pattern SPACE = Pattern.compile("\\s");

    /** Never fed itself: each key is made by a copy of it. */
    private final Mac mac;

    /** @throws IllegalArgumentException when the secret is shorter than 16 bytes */
    public PersonKeys(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the secret for person keys needs at least 16 bytes");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The key of an identity number. */
    public PersonKey ofNumber(String number) {
        return keyOf("number\t" + normal(number));
    }

    /** The key of a telephone number, apart from those of identity numbers of the same digits. */
    public PersonKey ofPhone(PhoneNumber number) {
        return keyOf("phone\t" + number.digits());
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
            Mac own = (Mac) mac.clone();
            return new PersonKey(HexFormat.of().formatHex(own.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " cannot be copied", e);
        }
    }

    private static String normal(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACE.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
