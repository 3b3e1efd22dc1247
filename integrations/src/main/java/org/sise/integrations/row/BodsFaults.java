package org.sise.integrations.row;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Labelled;

/** What is wrong with one statement, each with its place, and all of it as one fault of the row. */
final class BodsFaults {

    private static final int SHOWN = 60;

    private final List<RowFault> faults = new ArrayList<>();

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /**
     * Adds a fault.
     *
     * @param zh what is needed instead
     * @param en the same in English
     */
    void add(Labelled reason, BodsValue at, String zh, String en) {
        String given = at.cell();
        String shown = given.isEmpty() ? "" : " “%s”".formatted(given.substring(0, Math.min(SHOWN, given.length())));
        faults.add(new RowFault(
                reason.token(),
                null,
                at.path(),
                "%s%s: %s, %s / %s: %s".formatted(at.path(), shown, reason.zh(), zh, reason.en(), en)));
    }

    /** All faults as one, by the first's reason and place; null when there is none. */
    @Nullable
    RowFault whole() {
        if (faults.isEmpty()) {
            return null;
        }
        RowFault first = faults.getFirst();
        String messages =
                String.join("; ", faults.stream().map(RowFault::message).toList());
        return new RowFault(first.reason(), first.field(), first.column(), messages);
    }
}
