package org.sise.grading.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;

/**
 * Which policy grades on which day, from the store of approved versions. A version that is in force is read once and kept;
 * its bytes never change.
 */
public final class PoliciesInForce {

    private final PolicyRows rows;
    private final PolicyReader reader = new PolicyReader(BuiltIn.ledgerVocabulary());
    private final Map<String, Policy> read = new ConcurrentHashMap<>();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and grading. */
    public PoliciesInForce(DataSource dataSource) {
        this.rows = new PolicyRows(dataSource);
    }

    /**
     * The policy in force on a day, by what is decided now. For a day before the first version's it is the first version.
     *
     * @throws IllegalStateException where no version was ever put in force
     */
    public Policy on(LocalDate day) {
        return ofDigest(digestOn(day));
    }

    /**
     * The policy in force on a day, by what had been decided at a time. Before anything was decided it is the first version.
     *
     * @throws IllegalStateException where no version was ever put in force
     */
    public Policy on(LocalDate day, Instant knownAt) {
        return ofDigest(pick(rows.terms(), day, knownAt).digest());
    }

    /** The digest of the policy in force on a day, by what is decided now. */
    public String digestOn(LocalDate day) {
        return pick(rows.terms(), day, null).digest();
    }

    /**
     * The version of a digest, in force or not.
     *
     * @throws NoSuchElementException where the store has no such version
     * @throws IllegalArgumentException where the file is not a sound policy to this software
     */
    public Policy ofDigest(String digest) {
        return read.computeIfAbsent(
                digest,
                wanted -> reader.read(rows.fileOfDigest(wanted)
                                .orElseThrow(() -> new NoSuchElementException(
                                        "评级规则库中没有该版本 / the store of policies has no version of digest " + wanted)))
                        .orThrow());
    }

    static PolicyTerm pick(List<PolicyTerm> terms, LocalDate day, @Nullable Instant knownAt) {
        PolicyTerm first = null;
        PolicyTerm best = null;
        for (PolicyTerm term : terms) {
            if (first == null || term.decidedAt().isBefore(first.decidedAt())) {
                first = term;
            }
            if (!term.from().isAfter(day)
                    && (knownAt == null || !term.decidedAt().isAfter(knownAt))) {
                best = term;
            }
        }
        if (best != null) {
            return best;
        }
        if (first == null) {
            throw new IllegalStateException("没有生效的评级规则 / no policy is in force");
        }
        return first;
    }
}
