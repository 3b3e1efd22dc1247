package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The faults found so far. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    public List<Fault> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    void add(FaultCode code, Node at, Object... arguments) {
        add(code, at.getStartMark(), arguments);
    }

    void add(FaultCode code, Optional<Mark> at, Object... arguments) {
        int line = at.map(Mark::getLine).orElse(0) + 1;
        int column = at.map(Mark::getColumn).orElse(0) + 1;
        found.add(new Fault(code, line, column, code.message(arguments), code.remedy(arguments)));
    }

    /**
     * What the supplier makes of parts already read. Null if a part is at fault, or if the parts do not hold together,
     * which is then a fault here unless one has been found before.
     */
    public <T> @Nullable T make(Section at, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IllegalArgumentException e) {
            if (found.isEmpty()) {
                add(FaultCode.INVALID, at.node(), String.valueOf(e.getMessage()));
            }
            return null;
        }
    }
}
