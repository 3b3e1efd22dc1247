package org.sise.graph.exposure;

import java.util.List;
import org.sise.graph.relation.RelationKind;

/**
 * What another party's own conduct does to a business.
 *
 * @param business its number
 * @param origin the other party's number, or -1 when there is none
 * @param effect in millionths
 * @param path the strongest walk from there to here; empty when there is none
 */
public record Exposure(int business, int origin, int effect, List<Hop> path) {

    /** Copies. */
    public Exposure {
        path = List.copyOf(path);
    }

    /**
     * One relation of a walk.
     *
     * @param from where it comes from
     * @param to where it goes
     * @param kind what relates the two
     * @param downwards whether it goes from the party to the business of the relation
     * @param share of a holding, a {@link org.sise.graph.relation.Share}
     * @param record the record that says so
     * @param factor in thousandths
     * @param effect what is left after it, in millionths
     */
    public record Hop(
            int from, int to, RelationKind kind, boolean downwards, long share, long record, int factor, int effect) {}
}
