package org.sise.supervision.roster;

import java.util.List;
import org.sise.supervision.form.FormFault;

/**
 * What came of a roster file. Lines without fault are taken, whatever the others are like.
 *
 * @param changed how many inspectors are new or have a new version
 * @param unchanged how many stood in the roster just so
 * @param faults what was not taken and why
 */
public record RosterImport(int changed, int unchanged, List<FormFault> faults) {

    /** Copies the faults. */
    public RosterImport {
        faults = List.copyOf(faults);
    }
}
