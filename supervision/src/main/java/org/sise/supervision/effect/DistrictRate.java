package org.sise.supervision.effect;

/**
 * How often a district's businesses are visited.
 *
 * @param region GB/T 2260 code, or empty where the register has none
 * @param businesses how many businesses are in operation
 * @param visits how many visits
 * @param perThousand visits a year for a thousand businesses
 * @param ratio that to all districts' together; 1 is the mean, 0 where nobody is visited anywhere
 */
public record DistrictRate(String region, long businesses, long visits, double perThousand, double ratio) {}
