package org.sise.supervision.step;

import org.sise.core.record.Labelled;

/** Where a matter stands: a constant of one of the enums of states. */
public interface Stage extends Labelled {

    /** The constant's name. */
    String name();
}
