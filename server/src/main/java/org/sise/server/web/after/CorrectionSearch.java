package org.sise.server.web.after;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.web.Queries;
import org.sise.supervision.correction.CorrectionFilter;
import org.sise.supervision.correction.CorrectionState;

/** Which corrections a page is asked for. */
public record CorrectionSearch(CorrectionFilter filter) {

    static CorrectionSearch of(
            @Nullable String state,
            @Nullable String due,
            @Nullable String business,
            @Nullable String department,
            @Nullable String sort) {
        CorrectionFilter.Order order = Choice.of(CorrectionFilter.Order.class, "sort", sort);
        return new CorrectionSearch(new CorrectionFilter(
                Choice.of(CorrectionState.class, "state", state),
                Filled.orNull(business),
                Filled.orNull(department),
                Filled.orNull(due) == null ? null : DayField.of("due", due),
                false,
                order == null ? CorrectionFilter.Order.DUE : order));
    }

    /** The filter as a query string. */
    public String query() {
        CorrectionState state = filter.state();
        LocalDate due = filter.dueBy();
        return Queries.of(
                "state",
                state == null ? null : state.token(),
                "due",
                due == null ? null : due.toString(),
                "business",
                filter.business(),
                "department",
                filter.department(),
                "sort",
                Choice.word(filter.order()));
    }
}
