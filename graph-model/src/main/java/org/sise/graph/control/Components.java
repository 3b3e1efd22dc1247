package org.sise.graph.control;

import java.util.Arrays;
import org.sise.graph.relation.RelationGraph;

/**
 * The strongly connected components of the holdings, holders before what they hold: Tarjan's algorithm (R. Tarjan, Depth
 * first search and linear graph algorithms, SIAM Journal on Computing 1, 1972) without recursion. A holder at which the
 * chains end is cut off from its own holders.
 */
final class Components {

    /** The parties, component after component. */
    final int[] members;

    /** The start of each component among the members, and their end. */
    final int[] starts;

    private Components(int[] members, int[] starts) {
        this.members = members;
        this.starts = starts;
    }

    int count() {
        return starts.length - 1;
    }

    static Components of(RelationGraph graph, Holders holders) {
        int n = graph.size();
        int[] found = new int[n];
        int[] low = new int[n];
        int[] place = new int[n];
        int[] stack = new int[n];
        int[] calls = new int[n];
        int[] members = new int[n];
        int[] starts = new int[n + 1];
        boolean[] closed = new boolean[n];
        int time = 0;
        int onStack = 0;
        int count = 0;
        int filled = 0;
        for (int end = 0; end < n; end++) {
            if (holders.isEnd(end)) {
                found[end] = ++time;
                closed[end] = true;
                members[filled++] = end;
                starts[++count] = filled;
            }
        }
        for (int root = 0; root < n; root++) {
            if (found[root] != 0) {
                continue;
            }
            int depth = 0;
            calls[0] = root;
            found[root] = low[root] = ++time;
            place[root] = graph.inFirst(root);
            stack[onStack++] = root;
            while (depth >= 0) {
                int node = calls[depth];
                if (place[node] < graph.inEnd(node)) {
                    int holder = graph.from(place[node]++);
                    if (found[holder] == 0) {
                        found[holder] = low[holder] = ++time;
                        place[holder] = graph.inFirst(holder);
                        stack[onStack++] = holder;
                        calls[++depth] = holder;
                    } else if (!closed[holder]) {
                        low[node] = Math.min(low[node], found[holder]);
                    }
                    continue;
                }
                if (low[node] == found[node]) {
                    int member;
                    do {
                        member = stack[--onStack];
                        closed[member] = true;
                        members[filled++] = member;
                    } while (member != node);
                    starts[++count] = filled;
                }
                depth--;
                if (depth >= 0) {
                    low[calls[depth]] = Math.min(low[calls[depth]], low[node]);
                }
            }
        }
        return new Components(members, Arrays.copyOf(starts, count + 1));
    }
}
