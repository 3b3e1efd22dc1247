package org.sise.supervision.yearly;

import java.util.List;
import java.util.stream.Collectors;
import org.sise.supervision.form.FormFault;

/** Thrown for a file that cannot be a yearly plan, with every fault that was found. */
public final class YearlyRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<FormFault> faults;

    YearlyRefusedException(List<FormFault> faults) {
        super(faults.stream().map(FormFault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** The faults, at least one. */
    public List<FormFault> faults() {
        return faults;
    }
}
