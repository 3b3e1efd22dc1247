package org.sise.supervision.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.sise.core.digest.Sha256;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.Businesses;

/**
 * Those of a plan's businesses that are set aside for pure random checks, before any colour is looked at: the ones with the
 * smallest SHA-256 of {@code sise-any/1 TAB plan TAB code}, compared as unsigned bytes, among all graded businesses of the
 * plan's regions and industries. One rests or not by its colour, so that a business is set aside whether it rests or not.
 * For one thread.
 */
final class SetAside {

    private static final String SCHEME = "sise-any/1\t";
    private static final int LENGTH = 32;

    private final MessageDigest sha256;
    private final byte[] prefix;

    /** The largest digest of those set aside. */
    private final byte[] last;

    private SetAside(String prefix, byte[] last) {
        this.sha256 = Sha256.digest();
        this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
        this.last = last;
    }

    /** The first so many of a plan's businesses; all of them where there are fewer. */
    static SetAside of(Businesses businesses, BusinessFilter filter, String plan, long many) {
        String prefix = SCHEME + plan + "\t";
        if (many == 0) {
            return new SetAside(prefix, new byte[0]);
        }
        byte[] all = new byte[LENGTH];
        Arrays.fill(all, (byte) 0xff);
        return new SetAside(
                prefix, businesses.nthDigestOfGraded(filter, prefix, many).orElse(all));
    }

    boolean has(String code) {
        if (last.length == 0) {
            return false;
        }
        sha256.update(prefix);
        return Arrays.compareUnsigned(sha256.digest(code.getBytes(StandardCharsets.UTF_8)), last) <= 0;
    }
}
