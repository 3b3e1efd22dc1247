package org.sise.server.web.task;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.supervision.visit.TaskFilter;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.VisitKind;
import org.springframework.web.util.UriComponentsBuilder;

/** Which tasks a page is asked for. */
public record TaskFilterForm(
        @Nullable TaskState state,
        @Nullable VisitKind kind,
        @Nullable String business,
        @Nullable String department,
        @Nullable String plan) {

    static TaskFilterForm of(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String business,
            @Nullable String department,
            @Nullable String plan) {
        return new TaskFilterForm(
                Choice.of(TaskState.class, "state", state),
                Choice.of(VisitKind.class, "kind", kind),
                Filled.orNull(business),
                Filled.orNull(department),
                Filled.orNull(plan));
    }

    TaskFilter filter() {
        return new TaskFilter(state, kind, business, department, plan);
    }

    /** The filter as a query string. */
    public String query() {
        return String.valueOf(UriComponentsBuilder.newInstance()
                .queryParam("state", state == null ? "" : Choice.word(state))
                .queryParam("kind", kind == null ? "" : Choice.word(kind))
                .queryParam("business", business == null ? "" : business)
                .queryParam("department", department == null ? "" : department)
                .queryParam("plan", plan == null ? "" : plan)
                .encode()
                .build()
                .getQuery());
    }
}
