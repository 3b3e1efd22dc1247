package org.sise.server.web.notice;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.notice.NoticeQuery;
import org.sise.integrations.notice.NoticeState;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.springframework.web.util.UriComponentsBuilder;

/** Which notices a page is asked for; what is null does not restrict. */
public record NoticeFilterForm(
        @Nullable String subscriber,
        @Nullable NoticeState state,
        @Nullable String topic,
        @Nullable String business) {

    static NoticeFilterForm of(
            @Nullable String subscriber, @Nullable String state, @Nullable String topic, @Nullable String business) {
        return new NoticeFilterForm(
                Filled.orNull(subscriber),
                Choice.of(NoticeState.class, "state", state),
                Filled.orNull(topic),
                Filled.orNull(business));
    }

    /** For somebody who may see the notices of some subscribers, or of all. */
    NoticeQuery among(@Nullable Set<String> seen) {
        return new NoticeQuery(seen, subscriber, state, topic, business);
    }

    /** The filter as a query string. */
    public String query() {
        UriComponentsBuilder query =
                UriComponentsBuilder.newInstance().queryParam("state", state == null ? "" : state.token());
        add(query, "subscriber", subscriber);
        add(query, "topic", topic);
        add(query, "business", business);
        return String.valueOf(query.encode().build().getQuery());
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }
}
