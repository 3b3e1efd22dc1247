package org.sise.server.web.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.QuarantineCounts;

/**
 * One choice of a filter.
 *
 * @param value the choice, as addresses hold it
 * @param label its name
 * @param rows how many rows it has with the other filters as they are
 * @param chosen whether it is chosen
 */
public record FilterOption(String value, String label, long rows, boolean chosen) {

    /** The choices that have rows, and the chosen one though it has none. */
    static List<FilterOption> of(
            List<QuarantineCounts.Facet> facets, @Nullable String chosen, UnaryOperator<String> label) {
        List<FilterOption> options = new ArrayList<>();
        for (QuarantineCounts.Facet facet : facets) {
            String value = facet.value();
            options.add(new FilterOption(value, label.apply(value), facet.rows(), value.equals(chosen)));
        }
        if (chosen != null && options.stream().noneMatch(FilterOption::chosen)) {
            options.add(new FilterOption(chosen, label.apply(chosen), 0, true));
        }
        return options;
    }
}
