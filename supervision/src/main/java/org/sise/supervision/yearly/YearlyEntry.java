package org.sise.supervision.yearly;

import java.util.List;

/**
 * A campaign of a yearly plan.
 *
 * @param number its number in the plan, from 1
 * @param title what it is called
 * @param monthFrom its first month, 1 to 12
 * @param monthUntil its last month
 * @param lead the department that leads it
 * @param partners departments that inspect jointly with it
 * @param subjects who is inspected, in words
 * @param industries codes of GB/T 4754; none for all
 * @param items ids of the catalogue's items
 * @param share how many are drawn, in words
 * @param note what else is to be said; may be empty
 */
public record YearlyEntry(
        int number,
        String title,
        int monthFrom,
        int monthUntil,
        String lead,
        List<String> partners,
        String subjects,
        List<String> industries,
        List<String> items,
        String share,
        String note) {

    /** Copies its lists. */
    public YearlyEntry {
        partners = List.copyOf(partners);
        industries = List.copyOf(industries);
        items = List.copyOf(items);
    }
}
