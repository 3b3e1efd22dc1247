package org.sise.server.web.feed;

import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.springframework.web.util.UriComponentsBuilder;

/** Which quarantined rows are meant; what is null does not restrict. */
public record QuarantineFilter(
        @Nullable String feed, @Nullable String reason, QuarantinedRow.@Nullable State state) {

    boolean takes(Quarantine.Count count) {
        return (feed == null || feed.equals(count.feed()))
                && (reason == null || reason.equals(count.reason()))
                && (state == null || state == count.state());
    }

    /** The filter as a query string. */
    public String query() {
        UriComponentsBuilder query =
                UriComponentsBuilder.newInstance().queryParam("state", state == null ? "all" : state.token());
        if (feed != null) {
            query.queryParam("feed", feed);
        }
        if (reason != null) {
            query.queryParam("reason", reason);
        }
        return String.valueOf(query.encode().build().getQuery());
    }
}
