package org.sise.graph.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/** The chains between one holder and one business: the weightiest of them, and what all of them come to. */
final class Chains {

    private static final int MOST_LOOKS = 20_000;
    private static final int SWEEPS = 100_000;
    private static final double STILL = 1e-15;
    private static final Comparator<Link> WEIGHTIEST = Comparator.comparingDouble((Link link) -> -link.share)
            .thenComparingInt(link -> link.length)
            .thenComparingInt(link -> link.party);

    private final RelationGraph graph;
    private final int business;
    private final Set<Integer> sources;
    private final Set<Integer> between;

    /**
     * The chains from any of some holders to a business.
     *
     * @param sources the holders; chains do not go on behind them
     */
    Chains(RelationGraph graph, Holders holders, int[] sources, int business) {
        this.graph = graph;
        this.business = business;
        this.sources = new HashSet<>();
        Arrays.stream(sources).forEach(this.sources::add);
        Set<Integer> above = above(holders);
        this.between = below(above);
    }

    /** A chain downwards from a party to the business. */
    private record Link(
            int party, double share, int length, @Nullable Link below, long step, int first, int end) {

        boolean passes(int other) {
            for (Link link = this; link != null; link = link.below) {
                if (link.party == other) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The weightiest chains that pass no party twice, at most so many. */
    List<ControlPath> weightiest(int most) {
        List<ControlPath> paths = new ArrayList<>();
        PriorityQueue<Link> open = new PriorityQueue<>(WEIGHTIEST);
        open.add(new Link(business, 1, 0, null, 0, 0, 0));
        for (int looks = 0; looks < MOST_LOOKS && paths.size() < most && !open.isEmpty(); looks++) {
            Link link = open.remove();
            if (link.length > 0 && sources.contains(link.party)) {
                paths.add(path(link));
                continue;
            }
            int end;
            for (int relation = graph.inFirst(link.party); relation < graph.inEnd(link.party); relation = end) {
                int holder = graph.from(relation);
                long share = 0;
                for (end = relation; end < graph.inEnd(link.party) && graph.from(end) == holder; end++) {
                    share = Share.plus(share, graph.share(end));
                }
                if (share > 0 && (between.contains(holder) || sources.contains(holder)) && !link.passes(holder)) {
                    double product = link.share * Share.fraction(share);
                    open.add(new Link(holder, product, link.length + 1, link, share, relation, end));
                }
            }
        }
        return paths;
    }

    /** The sum over all chains, each passing a source only at its beginning. */
    double sum() {
        Map<Integer, Double> shares = new HashMap<>();
        List<Integer> order = new ArrayList<>(between);
        Collections.reverse(order);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double change = 0;
            for (int party : order) {
                double share = 0;
                double itself = 0;
                for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
                    int holder = graph.from(relation);
                    double step = Share.fraction(graph.share(relation));
                    if (holder == party) {
                        itself += step;
                    } else if (sources.contains(holder)) {
                        share += step;
                    } else {
                        share += step * shares.getOrDefault(holder, 0.0);
                    }
                }
                share = itself < 1 ? share / (1 - itself) : share;
                change = Math.max(change, Math.abs(share - shares.getOrDefault(party, 0.0)));
                shares.put(party, share);
            }
            if (change <= STILL) {
                break;
            }
        }
        return shares.getOrDefault(business, 0.0);
    }

    private ControlPath path(Link top) {
        List<ControlPath.Step> steps = new ArrayList<>();
        for (Link link = top; link.below != null; link = link.below) {
            List<Long> records = new ArrayList<>();
            for (int relation = link.first; relation < link.end; relation++) {
                records.add(graph.record(relation));
            }
            steps.add(new ControlPath.Step(link.party, link.below.party, link.step, List.copyOf(records)));
        }
        return new ControlPath(top.share, steps);
    }

    /** The business and whoever stands above it, nearest first. */
    private Set<Integer> above(Holders holders) {
        Set<Integer> above = new LinkedHashSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        above.add(business);
        open.add(business);
        while (!open.isEmpty()) {
            int party = open.remove();
            if (party != business && (sources.contains(party) || holders.isEnd(party))) {
                continue;
            }
            for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
                if (above.add(graph.from(relation))) {
                    open.add(graph.from(relation));
                }
            }
        }
        return above;
    }

    /** Of those, whoever stands below a source, the sources left out unless the business is one; nearest first. */
    private Set<Integer> below(Set<Integer> above) {
        Map<Integer, List<Integer>> helds = helds(above);
        Set<Integer> met = new HashSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int source : sources) {
            if (above.contains(source)) {
                open.add(source);
            }
        }
        while (!open.isEmpty()) {
            for (int held : helds.getOrDefault(open.remove(), List.of())) {
                if (met.add(held)) {
                    open.add(held);
                }
            }
        }
        Set<Integer> between = new LinkedHashSet<>(above);
        between.retainAll(met);
        return between;
    }

    /** By holder what it holds among those above, the sources left out: a source may hold thousands elsewhere. */
    private Map<Integer, List<Integer>> helds(Set<Integer> above) {
        Map<Integer, List<Integer>> helds = new HashMap<>();
        for (int held : above) {
            if (sources.contains(held)) {
                continue;
            }
            for (int relation = graph.inFirst(held); relation < graph.inEnd(held); relation++) {
                helds.computeIfAbsent(graph.from(relation), _ -> new ArrayList<>())
                        .add(held);
            }
        }
        return helds;
    }
}
