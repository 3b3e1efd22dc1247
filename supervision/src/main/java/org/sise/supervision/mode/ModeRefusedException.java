package org.sise.supervision.mode;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a business does not qualify for a mode; names every reason. */
public final class ModeRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<Unmet> unmet;

    ModeRefusedException(List<Unmet> unmet) {
        super("policy: 不符合条件：%s / does not qualify: %s"
                .formatted(
                        unmet.stream().map(Unmet::zh).collect(Collectors.joining("；")),
                        unmet.stream().map(Unmet::en).collect(Collectors.joining("; "))));
        this.unmet = List.copyOf(unmet);
    }

    /** The reasons. */
    public List<Unmet> unmet() {
        return unmet;
    }
}
