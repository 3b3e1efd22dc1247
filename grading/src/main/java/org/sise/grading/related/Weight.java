package org.sise.grading.related;

import org.sise.core.record.RelatedFinding;

/**
 * What a business weighs by its own conduct.
 *
 * @param thousandths the weight
 * @param finding why
 */
record Weight(int thousandths, RelatedFinding finding) {

    /** The heavier of two; of equals the first. */
    Weight orMore(Weight other) {
        return other.thousandths > thousandths ? other : this;
    }
}
