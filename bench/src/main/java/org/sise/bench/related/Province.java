package org.sise.bench.related;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.exposure.ExposureRulesReader;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

/**
 * Businesses, two people to three of them, a legal representative each, holdings for the rest of the edges, from a seed. The
 * more a party has, the more it gets: the largest holder is in thousands of businesses. A business holds only businesses
 * that come after it, so that a recursive query comes to an end. One in a hundred is red, three are orange.
 */
final class Province {

    private static final long SEED = 20_261_128;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final long PERCENT = Share.WHOLE / 100;

    final int businesses;
    final Relations relations;
    final int[] weights;
    final ExposureRules rules = ExposureRulesReader.builtIn();

    private Province(int businesses, Relations relations, int[] weights) {
        this.businesses = businesses;
        this.relations = relations;
        this.weights = weights;
    }

    static Province of(int businesses, int edges) {
        SplittableRandom random = new SplittableRandom(SEED);
        int people = Math.max(1, businesses / 3 * 2);
        Parties parties = new Parties();
        for (int b = 0; b < businesses; b++) {
            parties.number(PartyKind.BUSINESS, "B" + b);
        }
        for (int p = 0; p < people; p++) {
            parties.number(PartyKind.PERSON, "p" + p);
        }
        Relations relations = new Relations(parties, edges);
        for (int b = 0; b < businesses && relations.size() < edges; b++) {
            add(relations, businesses + random.nextInt(people), b, RelationKind.LEGAL_REPRESENTATIVE, Share.UNKNOWN);
        }
        byte[] left = new byte[businesses];
        Arrays.fill(left, (byte) 100);
        for (int tries = 0; relations.size() < edges && tries < edges * 8L; tries++) {
            int business = 1 + random.nextInt(Math.max(1, businesses - 1));
            int share = Math.min(left[business], random.nextInt(3) == 0 ? 100 : 1 + random.nextInt(60));
            if (share > 0) {
                int holder = random.nextInt(100) < 55
                        ? businesses + skewed(random, people, 3)
                        : skewed(random, Math.min(business, businesses), 2.5);
                left[business] -= (byte) share;
                add(relations, holder, business, RelationKind.HOLDS, share * PERCENT);
            }
        }
        int[] weights = new int[parties.size()];
        for (int b = 0; b < businesses; b++) {
            int of = random.nextInt(100);
            weights[b] = of == 0 ? 1000 : of < 4 ? 400 : 0;
        }
        return new Province(businesses, relations, weights);
    }

    /** The relations of the day, all that exposure looks at. */
    RelationGraph all() {
        return relations.on(DAY, EnumSet.allOf(RelationKind.class));
    }

    /** The holdings of the day. */
    RelationGraph holdings() {
        return relations.on(DAY, Set.of(RelationKind.HOLDS));
    }

    ExposureInput input(RelationGraph graph) {
        return ExposureInput.of(graph, weights);
    }

    /** What a business's own conduct starts with, in millionths. */
    int effect(int business) {
        return weights[business] * 1000;
    }

    /** One direction of a relation by which something may pass. */
    interface Link<X extends Exception> {
        /** Half steps are two between businesses, else one; the factor is in thousandths and above zero. */
        void take(int from, int to, int half, int factor) throws X;
    }

    /** All of them, those from parties that pass nothing on left out. */
    <X extends Exception> void links(Link<X> into) throws X {
        RelationGraph all = all();
        ExposureInput input = input(all);
        for (int r = 0; r < all.relations(); r++) {
            int half = isBusiness(all.from(r)) ? 2 : 1;
            int down = rules.down(all.kind(r), all.share(r));
            if (down > 0 && !input.isCut(all.from(r), rules)) {
                into.take(all.from(r), all.to(r), half, down);
            }
            int up = rules.up(all.kind(r), all.share(r));
            if (up > 0 && !input.isCut(all.to(r), rules)) {
                into.take(all.to(r), all.from(r), half, up);
            }
        }
    }

    boolean isBusiness(int party) {
        return party < businesses;
    }

    private static void add(Relations to, int from, int business, RelationKind kind, long share) {
        to.add(from, business, kind, share, Integer.MIN_VALUE, Integer.MAX_VALUE, to.size());
    }

    private static int skewed(SplittableRandom random, int bound, double power) {
        return (int) (bound * Math.pow(random.nextDouble(), power));
    }
}
