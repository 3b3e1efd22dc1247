package org.sise.scoring.whatif;

import org.sise.scoring.policy.Text;

/**
 * The moves of one part of the population.
 *
 * @param code a section's letter, a division's two digits, or a region's code; empty for parties without a known one
 * @param name its name where the tables have it, else the code
 */
public record Group(String code, Text name, Moves moves) {}
