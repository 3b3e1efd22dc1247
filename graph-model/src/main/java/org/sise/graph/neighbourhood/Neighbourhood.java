package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes around a business and the relations among them.
 *
 * @param centre the business's credit code
 * @param nodes the centre first, then by depth
 * @param edges every relation of the day between two of the nodes, and who controls whom of them today
 * @param cut whether there was more than the limits allow
 * @param oldest the first day of the oldest relation, of any day, of the centre and among the nodes; null without any
 */
public record Neighbourhood(
        String centre,
        List<Node> nodes,
        List<Edge> edges,
        boolean cut,
        @Nullable LocalDate oldest) {

    /** Without what is worked out for today only, as a past day needs it. */
    public Neighbourhood recordedOnly() {
        return new Neighbourhood(
                centre,
                nodes,
                edges.stream().filter(edge -> edge.kind() != EdgeKind.CONTROLS).toList(),
                cut,
                oldest);
    }
}
