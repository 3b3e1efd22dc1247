package org.sise.core.record;

import java.util.List;

/** Thrown where a record cannot be made of its fields; carries every fault that was found. */
public final class FieldFaultException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    /** With one fault or more. */
    public FieldFaultException(List<FieldFault> faults) {
        super(String.join("; ", faults.stream().map(FieldFault::message).toList()));
        this.faults = List.copyOf(faults);
    }

    static FieldFaultException of(String field, FaultKind kind, Object value, String detail) {
        return new FieldFaultException(List.of(new FieldFault(field, kind, String.valueOf(value), detail)));
    }

    /** The faults, at least one. */
    public List<FieldFault> faults() {
        return faults;
    }
}
