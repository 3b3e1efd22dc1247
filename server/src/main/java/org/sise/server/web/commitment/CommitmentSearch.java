package org.sise.server.web.commitment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.web.FilterQuery;
import org.sise.supervision.commitment.CommitmentFilter;
import org.sise.supervision.commitment.CommitmentState;
import org.sise.supervision.step.RuleFigures;

/** Which commitments a page is asked for. */
public record CommitmentSearch(
        CommitmentFilter filter, @Nullable Waiting waiting) {

    /** What commitments wait for. */
    enum Waiting {
        /** Due soon, by the rule of reminders. */
        SOON,
        /** Overdue. */
        OVERDUE,
        /** Said to be kept, not confirmed. */
        REPORTED
    }

    static CommitmentSearch of(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String business,
            @Nullable String waiting,
            LocalDate today) {
        Waiting wanted = Choice.of(Waiting.class, "waiting", waiting);
        LocalDate due = wanted == Waiting.SOON
                ? today.plusDays(RuleFigures.standard().number("commitment_reminder_days"))
                : wanted == Waiting.OVERDUE ? today.minusDays(1) : null;
        return new CommitmentSearch(
                new CommitmentFilter(
                        Filled.orNull(kind),
                        Choice.of(CommitmentState.class, "state", state),
                        Filled.orNull(business),
                        due,
                        wanted == Waiting.REPORTED),
                wanted);
    }

    /** The filter as a query string. */
    public String query() {
        return new FilterQuery()
                .with("kind", filter.kind())
                .with("state", filter.state())
                .with("business", filter.business())
                .with("waiting", waiting)
                .text();
    }
}
