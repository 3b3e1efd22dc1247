package org.sise.server.query;

import org.jspecify.annotations.Nullable;
import org.sise.grading.whatif.MoverQuery;

/**
 * Which movers of a what-if a page or a call asks for, as its parameters say.
 *
 * @param from a grade's id or {@code not-applicable}
 * @param to a grade's id or {@code not-applicable}
 * @param district a region code of 2, 4 or 6 digits
 * @param industry a section's letter or an industry code
 */
public record MoverSearch(
        @Nullable String from,
        @Nullable String to,
        @Nullable String district,
        @Nullable String industry) {

    /**
     * Reads the parameters of the same names.
     *
     * @throws BadParameterException when one cannot be taken; grades are looked at by the what-if itself
     */
    public static MoverSearch of(
            @Nullable String from, @Nullable String to, @Nullable String district, @Nullable String industry) {
        BusinessSearch search = BusinessSearch.of(null, null, district, industry, null, null, true);
        return new MoverSearch(Filled.orNull(from), Filled.orNull(to), search.district(), search.industry());
    }

    /** What the what-if is asked for. */
    public MoverQuery query() {
        BusinessSearch search = BusinessSearch.of(null, null, district, industry, null, null, true);
        return new MoverQuery(
                from, to, search.filter().industries(), search.filter().regions());
    }

    /** The search as a query string, without a cursor. */
    public String text() {
        return "from=%s&to=%s&district=%s&industry=%s"
                .formatted(orEmpty(from), orEmpty(to), orEmpty(district), orEmpty(industry));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^A-Za-z0-9-]", "");
    }
}
