package org.sise.grading.approval;

import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;

/** Reads policy files over the ledger's vocabulary and keeps out what cannot grade the businesses of the ledger. */
final class CheckedPolicies {

    private final PolicyReader reader = new PolicyReader(BuiltIn.ledgerVocabulary());

    PolicyReading read(byte[] file) {
        return reader.read(file);
    }

    /**
     * The policy of a file.
     *
     * @throws PolicyFaultsException when it is no sound policy
     * @throws PolicyRefusedException when one of its grades stands for no colour, or a figure needs the population
     */
    Policy usable(byte[] file) {
        Policy policy = switch (read(file)) {
            case PolicyReading.Sound sound -> sound.policy();
            case PolicyReading.Faulty faulty -> throw new PolicyFaultsException(faulty.faults());
        };
        for (GradeLevel grade : policy.grades()) {
            if (grade.colour() == null) {
                throw new PolicyRefusedException(PolicyRefusal.NO_COLOUR, grade.id());
            }
        }
        return policy;
    }
}
