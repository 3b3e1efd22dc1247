package org.sise.graph.projection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sise.ledger.record.Position;

/**
 * What a comparison of ledger and graph found.
 *
 * @param position up to where the ledger was compared: the graph's position
 * @param compared how many businesses and matters of the ledger were looked for
 * @param counts how many differences there are of each kind that was found
 * @param first the first differences
 * @param mended how many were mended: all of them, or none when only a check was asked for
 */
public record GraphReport(
        Position position,
        long compared,
        Map<GraphDifference.Kind, Long> counts,
        List<GraphDifference> first,
        long mended) {

    /** Copies. */
    public GraphReport {
        Map<GraphDifference.Kind, Long> copy = new EnumMap<>(GraphDifference.Kind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        first = List.copyOf(first);
    }

    /** How many differences there are, or were before they were mended. */
    public long differences() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
