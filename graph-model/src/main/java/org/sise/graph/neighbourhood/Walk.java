package org.sise.graph.neighbourhood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** A breadth-first walk from one business: what was found so far, and from where to go on. */
final class Walk {

    private static final String LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE";

    private final Limits limits;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<NodeKind, Integer> numbers = new EnumMap<>(NodeKind.class);
    private List<String> frontier = List.of();
    private boolean cut;

    Walk(Limits limits) {
        this.limits = limits;
    }

    void start(Record centre) {
        Found first = new Found(centre, kind(centre), id(centre), 0, Tie.CENTRE, List.of());
        first.followed = true;
        found.put(place(first.kind, first.identity), first);
        frontier = List.of(first.identity);
    }

    /** Adds what lies one relation behind nodes of a kind. */
    void advance(NodeKind behind, int depth, List<Record> rows) {
        for (Record row : rows) {
            NodeKind kind = kind(row);
            String place = place(kind, row.get("identity").asString());
            if (found.containsKey(place)) {
                continue;
            }
            if (found.size() >= limits.nodes()) {
                cut = true;
                continue;
            }
            Found before = at(behind, row.get("before").asString());
            List<Long> path = new ArrayList<>(before.path);
            path.add(row.get("record").asLong());
            found.put(place, new Found(row, kind, id(row), depth, tie(row), List.copyOf(path)));
        }
    }

    /** The people or bodies met at a depth that may be followed. */
    List<String> between(NodeKind kind, int depth) {
        return follow(kind, depth);
    }

    /** Goes on from the businesses met at a depth. */
    void descend(int depth) {
        frontier = depth < limits.depth() ? follow(NodeKind.BUSINESS, depth) : List.of();
    }

    List<String> frontier() {
        return frontier;
    }

    boolean isCut() {
        return cut;
    }

    List<String> identities(NodeKind kind) {
        return found.values().stream()
                .filter(f -> f.kind == kind)
                .map(f -> f.identity)
                .toList();
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>(identities(NodeKind.PERSON));
        keys.addAll(identities(NodeKind.BODY));
        return keys;
    }

    List<Node> nodes() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(f -> f.depth))
                .map(Found::node)
                .toList();
    }

    Edge edge(Record row) {
        Value share = row.get("share");
        Value until = row.get("until");
        return new Edge(
                row.get("record").asLong(),
                at(kind(row), row.get("holder").asString()).id,
                row.get("code").asString(),
                LEGAL_REPRESENTATIVE.equals(row.get("type").asString())
                        ? EdgeKind.LEGAL_REPRESENTATIVE
                        : EdgeKind.HOLDS,
                share.isNull() ? null : share.asDouble(),
                row.get("since").asLocalDate(),
                until.isNull() ? null : until.asLocalDate());
    }

    private List<String> follow(NodeKind kind, int depth) {
        List<String> next = new ArrayList<>();
        for (Found candidate : found.values()) {
            if (candidate.kind == kind && candidate.depth == depth && candidate.businesses <= limits.businesses()) {
                candidate.followed = true;
                next.add(candidate.identity);
            }
        }
        return next;
    }

    private Found at(NodeKind kind, String identity) {
        Found there = found.get(place(kind, identity));
        if (there == null) {
            throw new IllegalStateException("the walk never came to a " + kind + " of this relation");
        }
        return there;
    }

    private String id(Record row) {
        NodeKind kind = kind(row);
        return switch (kind) {
            case BUSINESS -> row.get("identity").asString();
            case PERSON -> "person-" + numbers.merge(kind, 1, Integer::sum);
            case BODY -> "body-" + numbers.merge(kind, 1, Integer::sum);
        };
    }

    private static Tie tie(Record row) {
        boolean represents = LEGAL_REPRESENTATIVE.equals(row.get("type").asString());
        if (row.get("inward").asBoolean()) {
            return represents ? Tie.REPRESENTATIVE : Tie.HOLDER;
        }
        return represents ? Tie.REPRESENTED : Tie.HELD;
    }

    private static NodeKind kind(Record row) {
        String label = row.get("label").asString();
        return switch (label) {
            case "Business" -> NodeKind.BUSINESS;
            case "Person" -> NodeKind.PERSON;
            case "Body" -> NodeKind.BODY;
            default -> throw new IllegalStateException("a node of the unknown label " + label);
        };
    }

    private static String place(NodeKind kind, String identity) {
        return kind + " " + identity;
    }

    /** A node on its way into the answer; whether it is followed turns out later. */
    private static final class Found {

        private final NodeKind kind;
        private final String identity;
        private final String id;
        private final int depth;
        private final Tie tie;
        private final List<Long> path;
        private final Record row;
        private final long businesses;
        private boolean followed;

        Found(Record row, NodeKind kind, String id, int depth, Tie tie, List<Long> path) {
            this.row = row;
            this.kind = kind;
            this.identity = row.get("identity").asString();
            this.id = id;
            this.depth = depth;
            this.tie = tie;
            this.path = path;
            this.businesses = row.get("businesses").asLong();
        }

        Node node() {
            return new Node(
                    id,
                    kind,
                    text("name"),
                    row.get("registered").asBoolean(),
                    text("status"),
                    text("region"),
                    row.get("weak").asBoolean(),
                    depth,
                    tie,
                    path,
                    row.get("relations").asLong(),
                    followed);
        }

        private @Nullable String text(String field) {
            Value value = row.get(field);
            return value.isNull() ? null : value.asString();
        }
    }
}
