package org.sise.scoring.table;

import java.util.List;
import org.sise.scoring.evaluate.Outcome;

/**
 * What came of reading a table of outcomes.
 *
 * @param outcomes of the rows that are in order, in the order of the file
 * @param faults why rows (or, without a line, the file) were refused; the first of them, in the order of the file
 * @param refused how many rows were refused
 */
public record OutcomeReading(List<Outcome> outcomes, List<TableFault> faults, long refused, List<TableFault> warnings) {
    public OutcomeReading {
        outcomes = List.copyOf(outcomes);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
