package org.sise.supervision.draw;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.sise.core.digest.Sha256;

/**
 * What is settled before a draw beside the frozen files.
 *
 * @param plan the plan's id
 * @param commitment SHA-256 of the secret, published before the beacon was known; lower-case hexadecimal
 * @param secret 32 bytes in lower-case hexadecimal
 * @param beacon the public value
 * @param strata the strata in the plan's order, no two of one name
 * @param itemsPerObject how many of the items that are not mandatory each object gets, 0 or more
 */
public record DrawPlan(
        String plan, String commitment, String secret, Beacon beacon, List<PlannedStratum> strata, int itemsPerObject) {
    /** Checks itself, except that the commitment is the secret's: see {@link #commitmentHolds}. */
    public DrawPlan {
        DrawText.require(plan, "plan id");
        if (!DrawText.isHex32(commitment) || !DrawText.isHex32(secret)) {
            throw new IllegalArgumentException("Commitment and secret are 64 lower-case hexadecimal digits");
        }
        if (itemsPerObject < 0) {
            throw new IllegalArgumentException("Items per object are 0 or more, not " + itemsPerObject);
        }
        strata = List.copyOf(strata);
        var names = new HashSet<String>();
        for (var stratum : strata) {
            if (!names.add(stratum.stratum())) {
                throw new IllegalArgumentException("Stratum " + stratum.stratum() + " stands twice in the plan");
            }
        }
    }

    /** The commitment to a secret: SHA-256 of its 32 bytes, in lower-case hexadecimal. */
    public static String commitmentTo(String secret) {
        return Sha256.hex(HexFormat.of().parseHex(secret));
    }

    /** Whether the commitment is SHA-256 of the secret. */
    public boolean commitmentHolds() {
        return commitment.equals(commitmentTo(secret));
    }

    /** The strata's names in the plan's order. */
    public List<String> stratumNames() {
        return strata.stream().map(PlannedStratum::stratum).toList();
    }
}
