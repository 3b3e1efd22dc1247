package org.sise.server.web.plan;

import java.util.List;
import org.sise.supervision.plan.Plan;

/** The files of a plan's published folder, by the plan's state. */
final class PlanFiles {

    /** What a draw is made from. */
    static final List<String> FROZEN = List.of("objects.csv", "inspectors.csv", "items.csv", "recusals.csv");

    /** What can be recomputed and checked: the frozen files and the transcript. */
    static final List<String> FOLDER =
            List.of("objects.csv", "inspectors.csv", "items.csv", "recusals.csv", "transcript.json");

    /** All files. */
    static final List<String> ALL = List.of(
            "objects.csv", "inspectors.csv", "items.csv", "recusals.csv", "transcript.json", "list.csv", "list.xlsx");

    private PlanFiles() {}

    static List<String> of(Plan plan) {
        return switch (plan.state()) {
            case DRAFT, SUBMITTED, APPROVED -> List.of();
            case COMMITTED -> FROZEN;
            case DRAWN -> FOLDER;
            case CANCELLED -> plan.commitment() == null ? List.of() : FROZEN;
        };
    }
}
