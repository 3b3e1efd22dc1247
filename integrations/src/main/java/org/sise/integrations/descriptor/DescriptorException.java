package org.sise.integrations.descriptor;

import java.util.List;

/** Thrown where a descriptor cannot be used; carries every fault that was found. */
public final class DescriptorException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<DescriptorFault> faults;

    /**
     * With one fault or more.
     *
     * @param source what was read, such as a file's name
     * @param faults the faults
     */
    public DescriptorException(String source, List<DescriptorFault> faults) {
        super(String.join(
                "\n", faults.stream().map(fault -> source + ":" + fault).toList()));
        this.faults = List.copyOf(faults);
    }

    /** The faults in the order of their places, at least one. */
    public List<DescriptorFault> faults() {
        return faults;
    }
}
