package org.sise.graph.neighbourhood;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who controls a business, and what else they control; as worked out last, which is not of any other day.
 *
 * @param business the business's credit code
 * @param controllers its controllers, the one with most first: one, several where they act in concert, or the business
 *     itself where nobody controls it and it controls others; empty when nobody can be named
 * @param members a part of the businesses under the same control, by credit code, each once
 * @param edges control of the members by the controllers, with percentage, basis and the records of the chains
 * @param next the credit code after which the next part begins, or null at the end
 * @param total how many relations of control the controllers have
 */
public record Group(
        String business,
        List<Party> controllers,
        List<Party> members,
        List<Edge> edges,
        @Nullable String next,
        long total) {}
