package org.sise.graph.neighbourhood;

import org.jspecify.annotations.Nullable;

/**
 * Whoever or whatever stands in the graph, as an answer shows it.
 *
 * @param id a business's credit code; of all others a name that holds within one answer only, such as {@code person-1}
 * @param kind what it is
 * @param name its name, an address's words; null of a telephone, and of a business that is not registered and was named
 *     by no relation
 * @param registered whether it is a business in the register
 * @param status a registered business's state, as {@link org.sise.core.record.BusinessStatus#token()}, or null
 * @param region GB/T 2260 code of a registered business, or null
 * @param weak whether it is a person of whom only a name is known: the same name elsewhere may be another person
 * @param relations how many relations it has in the whole graph, of any day
 * @param guarded whether it leads to too many, or is a known nominee, so that nothing follows from sharing it
 */
public record Party(
        String id,
        NodeKind kind,
        @Nullable String name,
        boolean registered,
        @Nullable String status,
        @Nullable String region,
        boolean weak,
        long relations,
        boolean guarded) {}
