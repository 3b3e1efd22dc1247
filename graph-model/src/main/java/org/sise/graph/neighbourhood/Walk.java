package org.sise.graph.neighbourhood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A breadth-first walk from one business: what was found so far, and from where to go on. */
final class Walk {

    private final Limits limits;
    private final Guards guards;
    private final LocalIds ids = new LocalIds();
    private final Map<String, Found> found = new LinkedHashMap<>();
    private boolean cut;

    Walk(Limits limits, Guards guards) {
        this.limits = limits;
        this.guards = guards;
    }

    void start(Row centre) {
        found.put(centre.at(), new Found(centre, centre.party(ids, guards), 0, Tie.CENTRE, List.of()));
    }

    /** Adds what lies one relation further. */
    void advance(int depth, List<Row> rows) {
        for (Row row : rows) {
            if (found.containsKey(row.at())) {
                continue;
            }
            if (found.size() >= limits.nodes()) {
                cut = true;
                return;
            }
            List<Long> path = new ArrayList<>(before(row).path);
            path.addAll(row.records());
            found.put(row.at(), new Found(row, row.party(ids, guards), depth, row.tie(), List.copyOf(path)));
        }
    }

    /** Where to go on among the businesses of a depth, or among what lies between businesses there. */
    List<String> goOn(int depth, boolean businesses) {
        List<String> next = new ArrayList<>();
        for (Found candidate : found.values()) {
            boolean business = candidate.party.kind() == NodeKind.BUSINESS;
            boolean open = depth == 0 || !candidate.party.guarded();
            if (candidate.depth == depth && business == businesses && open) {
                candidate.followed = true;
                next.add(candidate.at);
            }
        }
        return next;
    }

    /** Whether there was more than the limits allow: going on would add nothing. */
    boolean isFull() {
        return cut;
    }

    void cut() {
        cut = true;
    }

    /** Whether somebody followed has more relations than are looked at, or there were more nodes. */
    boolean isCut(int looked) {
        return cut || found.values().stream().anyMatch(f -> f.followed && f.party.relations() > looked);
    }

    List<String> elementIds() {
        return List.copyOf(found.keySet());
    }

    List<Node> nodes() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(f -> f.depth))
                .map(Found::node)
                .toList();
    }

    Edge edge(Row row) {
        return row.edge(ids.at(row.before()), ids.at(row.at()));
    }

    private Found before(Row row) {
        @Nullable Found there = found.get(row.before());
        if (there == null) {
            throw new IllegalStateException("the walk never was where this relation begins");
        }
        return there;
    }

    /** A node on its way into the answer; whether it is followed turns out later. */
    private static final class Found {

        private final String at;
        private final Party party;
        private final int depth;
        private final Tie tie;
        private final List<Long> path;
        private boolean followed;

        Found(Row row, Party party, int depth, Tie tie, List<Long> path) {
            this.at = row.at();
            this.party = party;
            this.depth = depth;
            this.tie = tie;
            this.path = path;
        }

        Node node() {
            return new Node(party, depth, tie, path, followed);
        }
    }
}
