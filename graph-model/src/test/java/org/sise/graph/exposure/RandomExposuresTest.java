package org.sise.graph.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

class RandomExposuresTest {

    private static final ExposureRules BUILT_IN = ExposureRulesReader.builtIn();

    @Test
    void the_whole_and_the_surroundings_of_one_business_say_the_same_and_so_does_walking_every_way() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int exposed = 0;
        for (int round = 0; round < 200; round++) {
            ExposureRules rules = rules(1 + random.nextInt(3), 2 + random.nextInt(8));
            ExposureInput input = input(random, 40, 90);
            Exposures whole = Exposures.of(input, rules);
            for (int business = 0; business < input.graph().size(); business++) {
                if (input.graph().parties().kind(business) != PartyKind.BUSINESS) {
                    continue;
                }
                String as = "business %d of round %d, seed %d".formatted(business, round, seed);
                ExposureInput.Around around = input.around(business, rules);
                Exposures there = Exposures.of(around.input(), rules);
                int origin = there.origin(around.business());
                assertThat(there.effect(around.business())).as(as).isEqualTo(whole.effect(business));
                assertThat(origin < 0 ? -1 : around.numbers()[origin]).as(as).isEqualTo(whole.origin(business));
                int[] best = new int[input.graph().size()];
                for (int from = 0; from < best.length; from++) {
                    best[from] = from == business ? 0 : new Walk(input, rules, from, business).strongest();
                }
                int strongest = 0;
                for (int from = 1; from < best.length; from++) {
                    strongest = best[from] > best[strongest] ? from : strongest;
                }
                assertThat(whole.effect(business)).as(as).isEqualTo(best[strongest]);
                assertThat(whole.origin(business)).as(as).isEqualTo(best[strongest] == 0 ? -1 : strongest);
                exposed += best[strongest] > 0 ? 1 : 0;
                checkPath(whole.exposure(business), input, rules, as);
            }
        }
        assertThat(exposed).isPositive();
    }

    @Test
    void large_graphs_are_worked_out_in_pieces_with_the_same_result() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        ExposureInput input = input(new Random(seed), 120_000, 150_000);
        Exposures whole = Exposures.of(input, BUILT_IN);
        int exposed = 0;
        for (int business = 0; business < input.graph().size(); business += 37) {
            ExposureInput.Around around = input.around(business, BUILT_IN);
            assertThat(Exposures.of(around.input(), BUILT_IN).effect(around.business()))
                    .as("business %d, seed %d", business, seed)
                    .isEqualTo(whole.effect(business));
            exposed += whole.effect(business) > 0 ? 1 : 0;
        }
        assertThat(exposed).isPositive();
    }

    private static void checkPath(Exposure exposure, ExposureInput input, ExposureRules rules, String as) {
        if (exposure.origin() < 0) {
            assertThat(exposure.path()).as(as).isEmpty();
            return;
        }
        int at = exposure.origin();
        int effect = input.weights()[at] * 1000;
        for (Exposure.Hop hop : exposure.path()) {
            assertThat(hop.from()).as(as).isEqualTo(at);
            assertThat(input.isCut(at, rules)).as(as).isFalse();
            effect = effect * hop.factor() / 1000;
            assertThat(hop.effect()).as(as).isEqualTo(effect);
            at = hop.to();
        }
        assertThat(at).as(as).isEqualTo(exposure.business());
        assertThat(effect).as(as).isEqualTo(exposure.effect());
    }

    private static ExposureRules rules(int steps, int guard) {
        return new ExposureRules(
                steps,
                Map.of(Grade.RED, 1000),
                Map.of(),
                BUILT_IN.relations(),
                Map.of(PartyKind.BUSINESS, guard, PartyKind.PERSON, guard, PartyKind.ADDRESS, guard),
                1,
                1,
                Set.of(),
                1,
                Grade.RED);
    }

    private static ExposureInput input(Random random, int parties, int relations) {
        Parties all = new Parties();
        List<PartyKind> kinds = List.of(
                PartyKind.BUSINESS, PartyKind.BUSINESS, PartyKind.BUSINESS, PartyKind.PERSON, PartyKind.ADDRESS);
        int[] weights = new int[parties];
        for (int party = 0; party < parties; party++) {
            all.number(kinds.get(random.nextInt(kinds.size())), "x" + party);
            weights[party] = random.nextInt(6) == 0 ? List.of(1000, 400, 333).get(random.nextInt(3)) : 0;
        }
        Relations among = new Relations(all);
        for (int r = 0; r < relations; r++) {
            int from = random.nextInt(parties);
            int to = random.nextInt(parties);
            if (all.kind(to) == PartyKind.BUSINESS) {
                RelationKind kind = switch (all.kind(from)) {
                    case BUSINESS -> random.nextInt(5) == 0 ? RelationKind.BRANCH_OF : RelationKind.HOLDS;
                    case PERSON -> random.nextBoolean() ? RelationKind.LEGAL_REPRESENTATIVE : RelationKind.HOLDS;
                    case NAMED_PERSON, BODY, ADDRESS, PHONE -> RelationKind.ADDRESS_OF;
                };
                long share = kind == RelationKind.HOLDS ? random.nextLong(Share.WHOLE) : Share.UNKNOWN;
                among.add(from, to, kind, share, Integer.MIN_VALUE, Integer.MAX_VALUE, r);
            }
        }
        return ExposureInput.of(among.on(LocalDate.EPOCH, EnumSet.allOf(RelationKind.class)), weights);
    }

    /** The reference: every walk from one party to another, by recursion. */
    private record Walk(ExposureInput input, ExposureRules rules, int from, int to) {

        int strongest() {
            int halves = isBusiness(from) ? 2 * rules.steps() : 2 * rules.steps() - 1;
            return further(from, input.weights()[from] * 1000, halves);
        }

        private int further(int at, int effect, int halves) {
            int best = at == to ? effect : 0;
            if (effect == 0 || halves == 0 || input.isCut(at, rules)) {
                return best;
            }
            RelationGraph graph = input.graph();
            for (int relation = 0; relation < graph.relations(); relation++) {
                if (graph.from(relation) == at) {
                    int factor = rules.down(graph.kind(relation), graph.share(relation));
                    best = Math.max(best, go(at, graph.to(relation), effect * factor / 1000, halves));
                }
                if (graph.to(relation) == at) {
                    int factor = rules.up(graph.kind(relation), graph.share(relation));
                    best = Math.max(best, go(at, graph.from(relation), effect * factor / 1000, halves));
                }
            }
            return best;
        }

        private int go(int at, int next, int effect, int halves) {
            int cost = isBusiness(at) && isBusiness(next) ? 2 : 1;
            return halves < cost ? 0 : further(next, effect, halves - cost);
        }

        private boolean isBusiness(int party) {
            return input.graph().parties().kind(party) == PartyKind.BUSINESS;
        }
    }
}
