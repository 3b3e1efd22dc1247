package org.sise.supervision.plan;

import java.time.LocalDate;
import java.util.List;

/** Ids of plans, such as {@code 2026-Q4-0001-210100}. */
final class PlanIds {

    private static final int REGION_DIGITS = 6;

    private PlanIds() {}

    /** The id of the n-th plan of a quarter; its last part is the region, or the one that holds all of several. */
    static String of(String quarter, int number, List<String> regions) {
        return "%s-%04d-%s".formatted(quarter, number, common(regions));
    }

    /** The quarter of a day, such as {@code 2026-Q4}. */
    static String quarter(LocalDate day) {
        return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    private static String common(List<String> regions) {
        String common = regions.isEmpty() ? "" : regions.getFirst();
        for (String region : regions) {
            while (!region.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String pairs = common.substring(0, common.length() / 2 * 2);
        return pairs + "0".repeat(REGION_DIGITS - pairs.length());
    }
}
