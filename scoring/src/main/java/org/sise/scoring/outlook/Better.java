package org.sise.scoring.outlook;

import java.util.List;
import org.sise.scoring.policy.GradeLevel;

/**
 * A grade better than the present one, with the ways to it or to one better still.
 *
 * @param ways from the fewest repairs and the longest wait to the most repairs and the shortest; each further repair
 *     that is listed saves time. Empty: neither waiting nor repair leads there
 */
public record Better(GradeLevel grade, List<Way> ways) {
    public Better {
        ways = List.copyOf(ways);
    }
}
