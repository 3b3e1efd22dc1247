package org.sise.supervision.repair.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules govern a record on a day, and why.
 *
 * @param pack null where no pack that is known governed then
 */
public record Governing(@Nullable RepairPack pack, Publisher publisher, List<Reason> reasons) {
    public Governing {
        reasons = List.copyOf(reasons);
    }
}
