package org.sise.supervision.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a draft that cannot be a plan, with every fault that was found. */
public final class PlanRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<PlanFault> faults;

    PlanRefusedException(List<PlanFault> faults) {
        super(faults.stream().map(PlanFault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** The faults, at least one. */
    public List<PlanFault> faults() {
        return faults;
    }
}
