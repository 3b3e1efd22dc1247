package org.sise.scoring.whatif;

import org.sise.scoring.policy.Text;

/**
 * The moves of one part of the population.
 *
 * @param code a section's letter, a division's two digits, or a region's code; empty for parties without a known one
 * @param name its name where the tables have it, else the code
 */
public record Group(String code, Text name, Moves moves) {
    /** The moves of an industry, a section's letter or a division's digits, named as GB/T 4754 does. */
    public static Group ofIndustry(String code, Moves moves) {
        return Groups.named(code, Groups.industry(code), moves);
    }

    /** The moves of a region, named as GB/T 2260 does. */
    public static Group ofRegion(String code, Moves moves) {
        return Groups.named(code, Groups.region(code), moves);
    }
}
