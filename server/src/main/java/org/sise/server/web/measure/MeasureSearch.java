package org.sise.server.web.measure;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.web.FilterQuery;
import org.sise.supervision.measure.MeasureFilter;
import org.sise.supervision.measure.MeasureKind;
import org.sise.supervision.measure.MeasureState;

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
                Filled.orNull(category),
                Filled.orNull(department),
                Filled.orNull(business)));
    }

    /** The filter as a query string. */
    public String query() {
        return new FilterQuery()
                .with("kind", filter.kind())
                .with("state", filter.state())
                .with("category", filter.category())
                .with("department", filter.department())
                .with("business", filter.business())
                .text();
    }
}
