package org.sise.grading.whatif;

import java.util.List;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.Moves;

/**
 * What came of a finished what-if. The first side is the policy compared with, the second the draft.
 *
 * @param moves of all businesses
 * @param bySection by section of GB/T 4754; businesses without a known one first
 * @param byDivision by division of GB/T 4754
 * @param byRegion by region as the register has it
 */
public record WhatIfReport(
        WhatIfRun run,
        Policy against,
        Policy draft,
        Moves moves,
        List<Group> bySection,
        List<Group> byDivision,
        List<Group> byRegion) {}
