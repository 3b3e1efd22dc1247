package org.sise.graph.control;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/**
 * Who decides in each business by majorities along chains: a unit decides in a business when it and those in which it
 * decides hold more than the threshold there (Chapelle and Szafarz, Controlling firms through the majority voting rule,
 * Physica A 355, 2005). The shares are added exactly, those a business holds of itself have no vote. First the ultimate holders are asked; a business in which none of
 * them decides then decides in what it holds by itself, as a company with scattered owners does in its subsidiaries.
 */
final class Votes {

    /** Nobody decides. */
    static final int NOBODY = -1;

    /** More than one do, which a threshold below 50 or shares above 100 percent allow. */
    static final int SEVERAL = -2;

    private final RelationGraph graph;
    private final Holders holders;
    private final long threshold;
    private final Map<Integer, Long> needed;
    private final int[] decider;
    private final long[] votes;
    private final int[] voted;
    private final int[] reached;
    private final BitSet beginners;
    private int[] queue = new int[64];
    private int filled;
    private int round;

    private Votes(RelationGraph graph, Holders holders, long threshold) {
        this.graph = graph;
        this.holders = holders;
        this.threshold = threshold;
        this.needed = needed(graph, threshold);
        this.decider = new int[graph.size()];
        this.votes = new long[graph.size()];
        this.voted = new int[graph.size()];
        this.reached = new int[graph.size()];
        this.beginners = beginners();
        Arrays.fill(decider, NOBODY);
    }

    /** By party, the unit that decides in it, or {@link #NOBODY} or {@link #SEVERAL}. */
    static int[] deciders(RelationGraph graph, Holders holders, long threshold) {
        Votes votes = new Votes(graph, holders, threshold);
        votes.ultimate();
        votes.intermediate();
        return votes.decider;
    }

    private void ultimate() {
        for (int party = 0; party < graph.size(); party++) {
            if (begins(party)
                    && holders.unit(party) == party
                    && (holders.isEnd(party) || holders.isConcert(party))
                    && mayDecide(party)) {
                spread(party);
                for (int i = 0; i < filled; i++) {
                    int business = queue[i];
                    if (holders.unit(business) != party) {
                        decider[business] = decider[business] == NOBODY ? party : SEVERAL;
                    }
                }
            }
        }
    }

    private void intermediate() {
        int n = graph.size();
        boolean[] under = new boolean[n];
        int[] own = new int[n];
        Arrays.fill(own, NOBODY);
        for (int party = 0; party < n; party++) {
            if (isFree(party)) {
                spread(party);
                for (int i = 0; i < filled; i++) {
                    under[queue[i]] |= queue[i] != party;
                }
            }
        }
        for (int party = 0; party < n; party++) {
            if (isFree(party) && !under[party]) {
                spread(party);
                for (int i = 0; i < filled; i++) {
                    int business = queue[i];
                    if (business != party) {
                        own[business] = own[business] == NOBODY ? party : SEVERAL;
                    }
                }
            }
        }
        for (int party = 0; party < n; party++) {
            decider[party] = decider[party] == NOBODY ? own[party] : decider[party];
        }
    }

    /** A business with holders in which no ultimate holder decides and that decides somewhere by itself. */
    private boolean isFree(int party) {
        return begins(party)
                && decider[party] == NOBODY
                && !holders.isEnd(party)
                && holders.unit(party) == party
                && !holders.isConcert(party)
                && mayDecide(party);
    }

    /** Those who by themselves decide somewhere, which is where it begins. */
    private BitSet beginners() {
        BitSet found = new BitSet(graph.size());
        int holder = NOBODY;
        int business = NOBODY;
        long sum = 0;
        for (int relation = 0; relation < graph.relations(); relation++) {
            boolean same = graph.from(relation) == holder && graph.to(relation) == business;
            holder = graph.from(relation);
            business = graph.to(relation);
            sum = Share.plus(same ? sum : 0, graph.share(relation));
            if (holder != business && isEnough(sum, business)) {
                found.set(holder);
            }
        }
        return found;
    }

    /** Members of a concert party may decide together where none does alone. */
    private boolean begins(int party) {
        return beginners.get(party) || holders.isConcert(party);
    }

    private boolean mayDecide(int party) {
        return !holders.isNominee(party) && !holders.isAnonymous(party);
    }

    /** Leaves in the queue the members of a unit, then all in which it decides. */
    private void spread(int unit) {
        round++;
        filled = 0;
        for (int member : holders.isConcert(unit) ? holders.members(unit) : new int[] {unit}) {
            reach(member);
        }
        for (int i = 0; i < filled; i++) {
            int holder = queue[i];
            if (holders.isNominee(holder)) {
                continue;
            }
            for (int place = graph.outFirst(holder); place < graph.outEnd(holder); place++) {
                int relation = graph.out(place);
                int business = graph.to(relation);
                if (business == holder || reached[business] == round) {
                    continue;
                }
                long before = voted[business] == round ? votes[business] : 0;
                voted[business] = round;
                votes[business] = Share.plus(before, graph.share(relation));
                if (isEnough(votes[business], business)) {
                    reach(business);
                }
            }
        }
    }

    /** Where a business holds shares of itself, which have no vote (公司法 第103条), the threshold of the others. */
    private static Map<Integer, Long> needed(RelationGraph graph, long threshold) {
        Map<Integer, Long> needed = new HashMap<>();
        for (int relation = 0; relation < graph.relations(); relation++) {
            int business = graph.to(relation);
            if (graph.from(relation) == business) {
                long voting = Math.max(0, Share.WHOLE - graph.heldByItself(business));
                needed.put(
                        business,
                        BigInteger.valueOf(threshold)
                                .multiply(BigInteger.valueOf(voting))
                                .divide(BigInteger.valueOf(Share.WHOLE))
                                .longValueExact());
            }
        }
        return needed;
    }

    private boolean isEnough(long sum, int business) {
        return sum > threshold || (!needed.isEmpty() && sum > needed.getOrDefault(business, threshold));
    }

    private void reach(int party) {
        if (filled == queue.length) {
            queue = Arrays.copyOf(queue, filled * 2);
        }
        reached[party] = round;
        queue[filled++] = party;
    }
}
