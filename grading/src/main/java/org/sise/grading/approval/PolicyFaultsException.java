package org.sise.grading.approval;

import java.util.List;
import java.util.stream.Collectors;
import org.sise.scoring.read.Fault;

/** Thrown when a file is no sound policy; holds everything that is wrong with it, by line and column. */
public final class PolicyFaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public PolicyFaultsException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
