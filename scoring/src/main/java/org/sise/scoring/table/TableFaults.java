package org.sise.scoring.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The faults and warnings found so far; of many faults only the first are kept. */
final class TableFaults {
    private static final int KEPT = 1000;

    final List<TableFault> faults = new ArrayList<>();
    final List<TableFault> warnings = new ArrayList<>();
    private final Set<String> warned = new HashSet<>();
    long refused;

    void add(TableFault fault) {
        if (faults.size() < KEPT) {
            faults.add(fault);
        }
    }

    void warnOnce(TableFault warning) {
        if (warned.add(warning.code() + "\n" + warning.file() + "\n" + warning.message())) {
            warnings.add(warning);
        }
    }
}
