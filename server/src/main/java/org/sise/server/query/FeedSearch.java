package org.sise.server.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.health.FeedState;
import org.sise.integrations.health.FeedStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A choice among the feeds.
 *
 * @param state how they stand, or null
 * @param department the department that gives them, or null
 * @param sort the order
 */
public record FeedSearch(
        @Nullable FeedState state, @Nullable String department, FeedOrder sort) {

    /**
     * Reads the parameters of the same names.
     *
     * @throws BadParameterException when one cannot be taken
     */
    public static FeedSearch of(@Nullable String state, @Nullable String department, @Nullable String sort) {
        return new FeedSearch(
                Choice.of(FeedState.class, "state", state),
                department == null || department.isBlank() ? null : department,
                Objects.requireNonNullElse(Choice.of(FeedOrder.class, "sort", sort), FeedOrder.STATE));
    }

    /** The feeds that are meant, in order. */
    public List<FeedStatus> of(List<FeedStatus> all) {
        return all.stream()
                .filter(status -> state == null || status.state() == state)
                .filter(status ->
                        department == null || status.feed().department().equals(department))
                .sorted(sort.comparator())
                .toList();
    }

    /** The choice as a query string. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance().queryParam("sort", Choice.word(sort));
        if (state != null) {
            query.queryParam("state", state.token());
        }
        if (department != null) {
            query.queryParam("department", department);
        }
        return String.valueOf(query.encode().build().getQuery());
    }
}
