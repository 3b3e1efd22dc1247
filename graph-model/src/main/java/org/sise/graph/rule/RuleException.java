package org.sise.graph.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A rule file that cannot be used, with all that is wrong with it. */
public final class RuleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleFault> faults;

    RuleException(String file, List<RuleFault> faults) {
        super(faults.stream().map(fault -> file + ":" + fault).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of their places. */
    public List<RuleFault> faults() {
        return faults;
    }
}
