package org.sise.graph.neighbourhood;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a neighbourhood.
 *
 * @param id a business's credit code; of people and bodies a name that holds within this neighbourhood only, such as
 *     {@code person-1}
 * @param kind what it is
 * @param name its name, or null of a business that is not registered and was named by no relation
 * @param registered whether it is a business in the register
 * @param status a registered business's state, as {@link org.sise.core.record.BusinessStatus#token()}, or null
 * @param region GB/T 2260 code of a registered business, or null
 * @param weak whether it is a person of whom only a name is known: the same name elsewhere may be another person
 * @param depth steps from business to business between the centre and this node; a person or body counts with the
 *     business that it leads to
 * @param tie how it is tied to the node before it on its path
 * @param path the records of the relations from the centre to here, in order
 * @param relations how many relations it has in the whole graph, of any day
 * @param expanded false when it has too many businesses to be followed, or lies at the edge
 */
public record Node(
        String id,
        NodeKind kind,
        @Nullable String name,
        boolean registered,
        @Nullable String status,
        @Nullable String region,
        boolean weak,
        int depth,
        Tie tie,
        List<Long> path,
        long relations,
        boolean expanded) {}
