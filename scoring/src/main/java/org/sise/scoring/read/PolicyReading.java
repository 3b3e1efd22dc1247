package org.sise.scoring.read;

import java.util.List;
import java.util.stream.Collectors;
import org.sise.scoring.policy.Policy;

/** What came of reading a policy. */
public sealed interface PolicyReading {
    /** The policy is sound. */
    record Sound(Policy policy) implements PolicyReading {}

    /** The policy is refused; every fault found, by line and column. */
    record Faulty(List<Fault> faults) implements PolicyReading {
        public Faulty {
            faults = faults.stream().sorted().toList();
        }
    }

    /** @throws IllegalArgumentException with all faults, one a line */
    default Policy orThrow() {
        return switch (this) {
            case Sound sound -> sound.policy();
            case Faulty faulty ->
                throw new IllegalArgumentException(
                        faulty.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }
}
