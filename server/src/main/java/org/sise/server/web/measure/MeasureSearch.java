package org.sise.server.web.measure;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.supervision.measure.MeasureFilter;
import org.sise.supervision.measure.MeasureKind;
import org.sise.supervision.measure.MeasureState;
import org.springframework.web.util.UriComponentsBuilder;

/** Which measures a page is asked for. */
public record MeasureSearch(MeasureFilter filter) {

    static MeasureSearch of(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String category,
            @Nullable String department,
            @Nullable String business) {
        return new MeasureSearch(new MeasureFilter(
                Choice.of(MeasureKind.class, "kind", kind),
                Choice.of(MeasureState.class, "state", state),
                blankToNull(category),
                blankToNull(department),
                blankToNull(business)));
    }

    /** The filter as a query string. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance()
                .queryParam(
                        "state", filter.state() == null ? "" : filter.state().token());
        add(query, "kind", filter.kind() == null ? null : filter.kind().token());
        add(query, "category", filter.category());
        add(query, "department", filter.department());
        add(query, "business", filter.business());
        return String.valueOf(query.encode().build().getQuery());
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
