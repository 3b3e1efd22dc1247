package org.sise.scoring.kernel;

import java.util.List;
import java.util.Map;
import org.sise.scoring.policy.Condition;

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
        return kind.concerns(watch) && holds(watch.where(), fields);
    }

    /** Whether such records may be exempt. */
    boolean isListed(Watch watch) {
        return watch.exempt() != null && watch.exempt().lists(fields);
    }

    static boolean holds(List<Condition> where, Map<String, String> fields) {
        for (Condition condition : where) {
            if (!condition.holds(fields)) {
                return false;
            }
        }
        return true;
    }
}
