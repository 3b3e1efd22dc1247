package org.sise.supervision.effect;

/**
 * What visits cost businesses of a colour.
 *
 * @param colour the colour's name as it is now, or empty for businesses without one
 * @param businesses how many businesses are in operation
 * @param visited how many were visited
 * @param visits how many visits
 * @param hours hours from the first officer's coming to the last one's leaving, of all visits
 * @param most the most visits to one business
 * @param perYear visits a year of an average business
 */
public record Burden(
        String colour, long businesses, long visited, long visits, double hours, long most, double perYear) {

    /** Hours of an average visit; 0 without visits. */
    public double hoursOfVisit() {
        return visits == 0 ? 0 : hours / visits;
    }
}
