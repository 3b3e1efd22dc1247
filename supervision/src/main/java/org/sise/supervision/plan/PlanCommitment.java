package org.sise.supervision.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sise.supervision.plan.PlanPreview.StratumPreview;

/**
 * What was published when a plan was committed.
 *
 * @param commitment SHA-256 of the secret, lower-case hexadecimal
 * @param objectsRoot the Merkle root of the pool, lower-case hexadecimal
 * @param digests SHA-256 of each frozen file, by its name
 * @param strata the pool in the order of the draw: pure random checks, then by colour from red to blue
 * @param committedAt when
 * @param auditSeq the line of the audit log that holds it
 */
public record PlanCommitment(
        String commitment,
        String objectsRoot,
        Map<String, String> digests,
        List<StratumPreview> strata,
        Instant committedAt,
        long auditSeq) {

    /** Copies its collections. */
    public PlanCommitment {
        digests = Map.copyOf(digests);
        strata = List.copyOf(strata);
    }

    /** How many businesses are drawn. */
    public int drawn() {
        return strata.stream().mapToInt(StratumPreview::take).sum();
    }
}
