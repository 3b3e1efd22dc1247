package org.sise.server.web.listing;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.web.FilterQuery;
import org.sise.supervision.listing.ListingFilter;
import org.sise.supervision.listing.ListingState;

/** Which listings a page is asked for. */
public record ListingSearch(ListingFilter filter) {

    static ListingSearch of(@Nullable String list, @Nullable String state, @Nullable String business) {
        return new ListingSearch(new ListingFilter(
                Filled.orNull(list), Choice.of(ListingState.class, "state", state), Filled.orNull(business)));
    }

    /** The filter as a query string. */
    public String query() {
        return new FilterQuery()
                .with("list", filter.code())
                .with("state", filter.state())
                .with("business", filter.business())
                .text();
    }
}
