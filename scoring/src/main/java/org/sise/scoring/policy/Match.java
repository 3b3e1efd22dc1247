package org.sise.scoring.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a rule looks at, and until when.
 *
 * @param kind the kind of fact
 * @param where conditions that must all hold
 * @param through the date field whose day is the last on which the fact weighs; without a date it never ends
 * @param before the date field whose day is the first on which the fact no longer weighs; without a date it never ends
 */
public record Match(
        String kind,
        List<Condition> where,
        @Nullable String through,
        @Nullable String before) {
    public Match {
        where = List.copyOf(where);
    }

    /** Whether all conditions hold; the kind is not looked at. */
    public boolean holds(Map<String, String> fields) {
        for (int i = 0; i < where.size(); i++) {
            if (!where.get(i).holds(fields)) {
                return false;
            }
        }
        return true;
    }
}
