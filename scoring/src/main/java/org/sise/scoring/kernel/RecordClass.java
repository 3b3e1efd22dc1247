package org.sise.scoring.kernel;

import java.util.Map;

/**
 * Records of one kind that are alike to every condition and weight of the policies.
 *
 * @param fields the fields of one such record, as far as conditions and weights look at them
 * @param tie what records of one day are sorted by
 * @param latest whether some indicator counts only the newest of such records
 */
record RecordClass(KindPlan kind, Map<String, String> fields, int tie, boolean latest) {
    /** Whether the watch looks at such records. */
    boolean isOf(Watch watch) {
        return kind.concerns(watch) && watch.match().holds(fields);
    }
}
