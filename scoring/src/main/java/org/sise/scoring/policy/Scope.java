package org.sise.scoring.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a policy is for: plain prefixes of the party's industry code (GB/T 4754) and region code (GB/T 2260).
 *
 * @param industries prefixes, one of which must fit; empty: every industry
 * @param regions prefixes, one of which must fit; empty: every region
 * @param unknownInside whether a party whose code is not known counts as inside a list that is not empty
 */
public record Scope(List<String> industries, List<String> regions, boolean unknownInside) {
    public static final Scope EVERYBODY = new Scope(List.of(), List.of(), true);

    public Scope {
        industries = List.copyOf(industries);
        regions = List.copyOf(regions);
    }

    public boolean coversIndustry(@Nullable String industry) {
        return covers(industries, industry);
    }

    public boolean coversRegion(@Nullable String region) {
        return covers(regions, region);
    }

    private boolean covers(List<String> prefixes, @Nullable String code) {
        if (prefixes.isEmpty()) {
            return true;
        }
        if (code == null || code.isEmpty()) {
            return unknownInside;
        }
        for (int i = 0; i < prefixes.size(); i++) {
            if (code.startsWith(prefixes.get(i))) {
                return true;
            }
        }
        return false;
    }
}
