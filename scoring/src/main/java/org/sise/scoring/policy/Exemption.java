package org.sise.scoring.policy;

import java.util.List;
import java.util.Map;

/**
 * First minor violations that do not count: a fact that meets the conditions weighs nothing when no other fact that the
 * indicator matches is dated on its day or in the months before it.
 *
 * @param where what makes a fact one of the list, all of it
 * @param clearMonths how far before it there must be none; a fact exactly so many months earlier is too early to matter
 */
public record Exemption(List<Condition> where, int clearMonths, String basis) {
    public Exemption {
        where = List.copyOf(where);
        if (where.isEmpty() || clearMonths < 1) {
            throw new IllegalArgumentException("an exemption needs a condition and one month at least");
        }
    }

    public boolean lists(Map<String, String> fields) {
        for (int i = 0; i < where.size(); i++) {
            if (!where.get(i).holds(fields)) {
                return false;
            }
        }
        return true;
    }
}
