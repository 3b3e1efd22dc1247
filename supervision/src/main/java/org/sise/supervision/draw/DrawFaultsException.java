package org.sise.supervision.draw;

import java.util.List;
import java.util.stream.Collectors;

/** A folder that cannot be drawn from, with every reason. */
public final class DrawFaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DrawFaultsException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The reasons, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
