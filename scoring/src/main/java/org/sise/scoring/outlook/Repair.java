package org.sise.scoring.outlook;

import org.sise.scoring.grade.Fact;
import org.sise.scoring.policy.Points;

/**
 * A record whose repair is part of a way.
 *
 * @param points what the record gives as of the day of the outlook; 0 for one that only sets off a rule
 */
public record Repair(Fact fact, Points points) {}
