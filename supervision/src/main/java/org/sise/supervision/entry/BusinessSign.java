package org.sise.supervision.entry;

import java.util.Optional;
import org.sise.core.code.CreditCode;
import org.sise.core.digest.Sha256;

/**
 * A business's own code (企业码): static, printed and hung at the door, such as {@code SISE/B1/91210100052601815X/7K3Q9W2M}.
 * Its characters are those of QR's alphanumeric mode. The check tells a misread or made-up code from a printed one; it is no
 * secret, since the sign is public: what is behind the code is decided by the visit.
 */
public final class BusinessSign {

    private static final String PREFIX = "SISE/B1/";
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHECK = 8;

    private BusinessSign() {}

    /** The text of a business's sign. */
    public static String of(CreditCode code) {
        return PREFIX + code.value() + "/" + check(code.value());
    }

    /** The business of a scanned sign; empty where the text is not one, or the check does not hold. */
    public static Optional<CreditCode> read(String text) {
        String sign = text.strip();
        int length = PREFIX.length() + CreditCode.LENGTH + 1 + CHECK;
        if (sign.length() != length || !sign.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String code = sign.substring(PREFIX.length(), PREFIX.length() + CreditCode.LENGTH);
        if (!sign.endsWith("/" + check(code))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CreditCode(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String check(String code) {
        byte[] digest = Sha256.of(PREFIX + code);
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | digest[i] & 0xff;
        }
        StringBuilder check = new StringBuilder();
        for (int i = CHECK - 1; i >= 0; i--) {
            check.append(LETTERS.charAt((int) (bits >>> 5 * i & 31)));
        }
        return check.toString();
    }
}
