package org.sise.graph.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;

/**
 * The strongest walk from an origin to a business in its surroundings: of equally strong ones the shortest, then the one
 * whose last relations have the smaller numbers of their records. A half step leads to or from a party that is no business, a whole one from
 * business to business.
 */
final class ExposurePath {

    private final ExposureInput input;
    private final ExposureRules rules;
    private final RelationGraph graph;
    private final int origin;
    private final int business;
    private final int[][] effects;
    private final int[][] relations;

    ExposurePath(ExposureInput input, ExposureRules rules, int origin, int business) {
        this.input = input;
        this.rules = rules;
        this.graph = input.graph();
        this.origin = origin;
        this.business = business;
        this.effects = new int[2 * rules.steps() + 1][graph.size()];
        this.relations = new int[2 * rules.steps() + 1][graph.size()];
        boolean fromBusiness = isBusiness(origin);
        effects[fromBusiness ? 0 : 1][origin] = input.weights()[origin] * ExposureRules.THOUSAND;
        for (int half = fromBusiness ? 1 : 2; half < effects.length; half++) {
            Arrays.fill(relations[half], -1);
            advance(half);
        }
    }

    /** The walk, its parties by their numbers in the whole graph. */
    List<Exposure.Hop> hops(int[] numbers) {
        int half = 0;
        for (int h = 1; h < effects.length; h++) {
            half = effects[h][business] > effects[half][business] ? h : half;
        }
        List<Exposure.Hop> hops = new ArrayList<>();
        int party = business;
        while (party != origin) {
            int relation = relations[half][party];
            boolean downwards = graph.to(relation) == party;
            int before = downwards ? graph.from(relation) : graph.to(relation);
            hops.add(new Exposure.Hop(
                    numbers[before],
                    numbers[party],
                    graph.kind(relation),
                    downwards,
                    graph.share(relation),
                    graph.record(relation),
                    factor(relation, downwards),
                    effects[half][party]));
            half -= isBusiness(before) && isBusiness(party) ? 2 : 1;
            party = before;
        }
        Collections.reverse(hops);
        return hops;
    }

    private void advance(int half) {
        for (int relation = 0; relation < graph.relations(); relation++) {
            pass(half, relation, graph.from(relation), graph.to(relation), true);
            pass(half, relation, graph.to(relation), graph.from(relation), false);
        }
    }

    private void pass(int half, int relation, int before, int after, boolean downwards) {
        int earlier = half - (isBusiness(before) && isBusiness(after) ? 2 : 1);
        if (earlier < 0 || isBusiness(after) == (half % 2 == 1) || input.isCut(before, rules)) {
            return;
        }
        int effect = (int) ((long) effects[earlier][before] * factor(relation, downwards) / ExposureRules.THOUSAND);
        int so = relations[half][after];
        if (effect > effects[half][after]
                || (effect > 0
                        && effect == effects[half][after]
                        && so >= 0
                        && graph.record(relation) < graph.record(so))) {
            effects[half][after] = effect;
            relations[half][after] = relation;
        }
    }

    private int factor(int relation, boolean downwards) {
        return downwards
                ? rules.down(graph.kind(relation), graph.share(relation))
                : rules.up(graph.kind(relation), graph.share(relation));
    }

    private boolean isBusiness(int party) {
        return graph.parties().kind(party) == PartyKind.BUSINESS;
    }
}
