package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was met on the search between two businesses. Lengths are counted in halves of a step: from business to business
 * directly two, to or from whatever lies between one. After so many steps in all, from either end, every way of that many
 * steps consists of relations that were met.
 */
final class PathSearch {

    /** Parties tried when ways are put together, after which no more are looked for. */
    private static final int TRIES = 200_000;

    private final Guards guards;
    private final String start;
    private final String end;
    private final Side fromStart;
    private final Side fromEnd;
    private final Map<String, Row> nodes = new HashMap<>();
    private final Map<String, Map<String, Map<String, Row>>> links = new HashMap<>();

    PathSearch(Row one, Row other, Guards guards) {
        this.guards = guards;
        this.start = one.at();
        this.end = other.at();
        nodes.put(start, one);
        nodes.put(end, other);
        this.fromStart = new Side(start);
        this.fromEnd = new Side(end);
    }

    /** One end's part of the search. */
    final class Side {

        private final Set<String> met = new HashSet<>();
        private List<String> businesses;
        private List<String> next = new ArrayList<>();
        private List<String> between = new ArrayList<>();

        Side(String first) {
            met.add(first);
            businesses = List.of(first);
        }

        /** The businesses from which to go on. */
        List<String> businesses() {
            return businesses;
        }

        /** What lies between, met from them. */
        List<String> between() {
            return between;
        }

        /** Ends a step. */
        void descend() {
            businesses = next;
            next = new ArrayList<>();
            between = new ArrayList<>();
        }

        private void meet(Row row) {
            if (met.add(row.at())) {
                (row.kind() == NodeKind.BUSINESS ? next : between).add(row.at());
            }
        }
    }

    /**
     * A way, by element ids.
     *
     * @param places from end to end
     * @param halves its length
     */
    record Way(List<String> places, int halves) {}

    /** Whether both ends still lead on: when one does not, nothing more can be met. */
    boolean isOpen() {
        return !fromStart.businesses.isEmpty() && !fromEnd.businesses.isEmpty();
    }

    int size() {
        return nodes.size();
    }

    /** The side from which fewer businesses lead on. */
    Side smaller() {
        return fromStart.businesses.size() <= fromEnd.businesses.size() ? fromStart : fromEnd;
    }

    /** Takes in what lies one relation further. */
    void advance(Side side, List<Row> rows) {
        for (Row row : rows) {
            boolean isEnd = row.at().equals(start) || row.at().equals(end);
            if (!isEnd && (row.weak() || row.isHeldBack(guards))) {
                continue;
            }
            nodes.putIfAbsent(row.at(), row);
            link(row.before(), row.at(), row);
            link(row.at(), row.before(), row);
            if (!isEnd) {
                side.meet(row);
            }
        }
    }

    /** Whether a node has more relations than are read. */
    boolean isLookedAtInPart(List<String> frontier, int look) {
        return frontier.stream().anyMatch(at -> node(at).relations() > look);
    }

    /** The shortest ways of so many steps at most, the shortest first. */
    List<Way> ways(int steps, int most) {
        Map<String, Integer> left = distancesToEnd(2 * steps);
        Integer least = left.get(start);
        List<Way> ways = new ArrayList<>();
        if (least != null) {
            Attempt attempt = new Attempt(left, most, ways);
            for (int halves = least; halves <= 2 * steps && ways.size() < most; halves++) {
                attempt.from(start, halves, halves);
            }
        }
        return ways;
    }

    Connection connection(String from, String to, LocalDate day, int steps, List<Way> ways, boolean complete) {
        LocalIds ids = new LocalIds();
        Map<String, Party> parties = new LinkedHashMap<>();
        List<Route> routes = new ArrayList<>();
        for (Way way : ways) {
            List<String> places = way.places();
            places.forEach(
                    at -> parties.computeIfAbsent(at, there -> node(there).party(ids, guards)));
            List<List<Edge>> edges = new ArrayList<>();
            for (int i = 0; i + 1 < places.size(); i++) {
                edges.add(edges(places.get(i), places.get(i + 1), ids));
            }
            routes.add(new Route(places.stream().map(ids::at).toList(), List.copyOf(edges), way.halves() / 2));
        }
        return new Connection(from, to, day, steps, List.copyOf(parties.values()), List.copyOf(routes), complete);
    }

    private List<Edge> edges(String one, String other, LocalIds ids) {
        return links(one).getOrDefault(other, Map.of()).values().stream()
                .map(row -> row.inward()
                        ? row.edge(ids.at(row.at()), ids.at(row.before()))
                        : row.edge(ids.at(row.before()), ids.at(row.at())))
                .sorted(Comparator.comparing(Edge::kind))
                .toList();
    }

    private void link(String one, String other, Row row) {
        links.computeIfAbsent(one, _ -> new LinkedHashMap<>())
                .computeIfAbsent(other, _ -> new LinkedHashMap<>())
                .putIfAbsent(row.relation(), row);
    }

    private Map<String, Map<String, Row>> links(String at) {
        return links.getOrDefault(at, Map.of());
    }

    private Row node(String at) {
        @Nullable Row row = nodes.get(at);
        if (row == null) {
            throw new IllegalStateException("the search never came to a node of this way");
        }
        return row;
    }

    private int halves(String one, String other) {
        boolean direct = node(one).kind() == NodeKind.BUSINESS && node(other).kind() == NodeKind.BUSINESS;
        return direct ? 2 : 1;
    }

    private Map<String, Integer> distancesToEnd(int most) {
        Map<String, Integer> distances = new HashMap<>();
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingInt(Reached::halves));
        open.add(new Reached(end, 0));
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (reached.halves() <= most && distances.putIfAbsent(reached.at(), reached.halves()) == null) {
                links(reached.at())
                        .keySet()
                        .forEach(next -> open.add(new Reached(next, reached.halves() + halves(reached.at(), next))));
            }
        }
        return distances;
    }

    private record Reached(String at, int halves) {}

    /** Puts ways of one exact length together, depth first. */
    private final class Attempt {

        private final Map<String, Integer> left;
        private final int most;
        private final List<Way> ways;
        private final Set<String> places = new LinkedHashSet<>();
        private int tries;

        Attempt(Map<String, Integer> left, int most, List<Way> ways) {
            this.left = left;
            this.most = most;
            this.ways = ways;
        }

        void from(String at, int halves, int length) {
            if (ways.size() >= most || tries++ > TRIES || !places.add(at)) {
                return;
            }
            if (at.equals(end)) {
                if (halves == 0) {
                    ways.add(new Way(List.copyOf(places), length));
                }
            } else {
                for (String next : links(at).keySet()) {
                    int after = halves - halves(at, next);
                    if (left.getOrDefault(next, Integer.MAX_VALUE) <= after) {
                        from(next, after, length);
                    }
                }
            }
            places.remove(at);
        }
    }
}
