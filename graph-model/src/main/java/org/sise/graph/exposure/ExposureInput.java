package org.sise.graph.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;

/**
 * What exposure is worked out from: a whole province, or the surroundings of one business in the same form.
 *
 * @param graph relations of a day
 * @param weights by party, what it weighs by its own conduct, in thousandths: {@link ExposureRules#weight}; never what came
 *     to it from others
 * @param degrees by party, how many parties it is related to in the whole graph, each direction counted
 * @param businesses how many businesses there are in the whole graph
 */
public record ExposureInput(RelationGraph graph, int[] weights, int[] degrees, int businesses) {

    /** @throws IllegalArgumentException when there is not one weight and degree a party */
    public ExposureInput {
        if (weights.length != graph.size() || degrees.length != graph.size()) {
            throw new IllegalArgumentException("one weight and one degree a party are needed");
        }
    }

    /** The input of a whole graph. */
    public static ExposureInput of(RelationGraph graph, int[] weights) {
        int[] degrees = new int[graph.size()];
        int businesses = 0;
        for (int party = 0; party < degrees.length; party++) {
            degrees[party] = degree(graph, party);
            businesses += graph.parties().kind(party) == PartyKind.BUSINESS ? 1 : 0;
        }
        return new ExposureInput(graph, weights, degrees, businesses);
    }

    /**
     * The surroundings of a business: all that can have an effect on it.
     *
     * @param input the same form, smaller
     * @param numbers by number there, the number here, ascending
     * @param business the number of the business there
     */
    public record Around(ExposureInput input, int[] numbers, int business) {}

    /** What lies around a business within the steps of the rules, not going on behind those who pass nothing on. */
    public Around around(int business, ExposureRules rules) {
        Set<Integer> met = new HashSet<>();
        List<Integer> frontier = List.of(business);
        met.add(business);
        for (int step = 0; step < rules.steps(); step++) {
            List<Integer> between = new ArrayList<>();
            List<Integer> next = new ArrayList<>();
            for (int party : frontier) {
                if (party == business || !isCut(party, rules)) {
                    meet(party, met, between, next);
                }
            }
            for (int party : between) {
                if (!isCut(party, rules)) {
                    meet(party, met, between, next);
                }
            }
            frontier = next;
        }
        int[] numbers = met.stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] weightsThere = new int[numbers.length];
        int[] degreesThere = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            weightsThere[i] = weights[numbers[i]];
            degreesThere[i] = degrees[numbers[i]];
        }
        return new Around(
                new ExposureInput(graph.part(numbers), weightsThere, degreesThere, businesses),
                numbers,
                Arrays.binarySearch(numbers, business));
    }

    private void meet(int party, Set<Integer> met, List<Integer> between, List<Integer> next) {
        for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
            note(graph.from(relation), met, between, next);
        }
        for (int place = graph.outFirst(party); place < graph.outEnd(party); place++) {
            note(graph.to(graph.out(place)), met, between, next);
        }
    }

    private void note(int party, Set<Integer> met, List<Integer> between, List<Integer> next) {
        if (met.add(party)) {
            (graph.parties().kind(party) == PartyKind.BUSINESS ? next : between).add(party);
        }
    }

    /** Whether a party passes nothing on. */
    public boolean isCut(int party, ExposureRules rules) {
        return rules.isCut(
                graph.parties().kind(party),
                rules.names().isEmpty() ? "" : graph.parties().id(party),
                degrees[party],
                businesses);
    }

    private static int degree(RelationGraph graph, int party) {
        int degree = 0;
        int last = -1;
        for (int relation = graph.inFirst(party); relation < graph.inEnd(party); relation++) {
            degree += graph.from(relation) == last ? 0 : 1;
            last = graph.from(relation);
        }
        last = -1;
        for (int place = graph.outFirst(party); place < graph.outEnd(party); place++) {
            degree += graph.to(graph.out(place)) == last ? 0 : 1;
            last = graph.to(graph.out(place));
        }
        return degree;
    }
}
