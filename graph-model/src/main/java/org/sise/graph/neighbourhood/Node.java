package org.sise.graph.neighbourhood;

import java.util.List;

/**
 * A node of a neighbourhood.
 *
 * @param party who or what it is
 * @param depth steps from business to business between the centre and this node; whatever lies between businesses counts
 *     with the business that it leads to
 * @param tie how it is tied to the node before it on its path
 * @param path the records of the relations from the centre to here, in order
 * @param expanded whether the walk went on from here; false at the edge, and of a party that is guarded
 */
public record Node(Party party, int depth, Tie tie, List<Long> path, boolean expanded) {

    /** The party's id. */
    public String id() {
        return party.id();
    }
}
