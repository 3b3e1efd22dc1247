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

    /** Begins with the centre, and goes on with what lies around it. */
    void start(List<Row> rows) {
        Row centre = rows.getFirst();
        found.put(centre.at(), new Found(centre, centre.party(ids, guards), 0, Tie.CENTRE, List.of()));
        advance(1, List.of(centre.at()), rows.subList(1, rows.size()));
    }

    /** Adds what lies around some nodes, and behind what of it lies between businesses. */
    void advance(int depth, List<String> followed, List<Row> rows) {
        followed.forEach(at -> at(at).followed = true);
        for (Row row : rows) {
            if (found.containsKey(row.at())) {
                continue;
            }
            if (found.size() >= limits.nodes()) {
                cut = true;
                return;
            }
            Found before = at(row.before());
            List<Long> path = new ArrayList<>(before.path);
            path.addAll(row.records());
            Found next = new Found(row, row.party(ids, guards), depth, row.tie(), List.copyOf(path));
            next.followed = next.party.kind() != NodeKind.BUSINESS && !next.party.guarded();
            found.put(row.at(), next);
        }
    }

    /** The businesses of a depth from which to go on. */
    List<String> frontier(int depth) {
        return found.values().stream()
                .filter(f -> f.depth == depth && f.party.kind() == NodeKind.BUSINESS && !f.party.guarded())
                .map(f -> f.at)
                .toList();
    }

    /** Whether there was more than the limits allow: going on would add nothing. */
    boolean isFull() {
        return cut;
    }

    /** How many more nodes the answer may have. */
    int room() {
        return limits.nodes() - found.size();
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

    private Found at(String elementId) {
        @Nullable Found there = found.get(elementId);
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
