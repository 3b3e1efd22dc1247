package org.sise.supervision.form;

import java.util.List;

/**
 * What came of a table that was handed in. Lines without fault are taken, whatever the others are like.
 *
 * @param changed how many lines are new or have a new version
 * @param unchanged how many stood just so
 * @param faults what was not taken and why
 */
public record FormImport(int changed, int unchanged, List<FormFault> faults) {

    /** Copies the faults. */
    public FormImport {
        faults = List.copyOf(faults);
    }
}
