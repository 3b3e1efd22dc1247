package org.sise.bench.related;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.bench.policy.PolicyContest;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.graph.control.Basis;
import org.sise.graph.control.Control;
import org.sise.graph.control.ControlRules;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.exposure.Exposures;
import org.sise.graph.relation.RelationGraph;

/**
 * One graph, both questions, every side.
 *
 * @param businesses how many businesses
 * @param edges how many relations
 * @param rounds how often each side answers
 * @param work a folder for PostgreSQL
 */
public record RelatedContest(int businesses, int edges, int rounds, Path work) {

    private static final ControlRules MORE_THAN_HALF =
            new ControlRules(BigDecimal.valueOf(50), List.of(), Integer.MAX_VALUE, 0, 0, 1);

    /** Runs and prints. */
    public void run() throws Exception {
        Province province = Province.of(businesses, edges);
        RelationGraph all = province.all();
        RelationGraph holdings = province.holdings();
        System.out.printf(
                "%n## %,d businesses, %,d parties, %,d relations, %,d of them holdings; the largest party has %,d%n",
                businesses, all.size(), all.relations(), holdings.relations(), largest(all));
        Path data = Files.createTempDirectory(Files.createDirectories(work), "postgres");
        try (PostgresEngine engine = PolicyContest.postgres(data);
                Peer duck = new DuckDb();
                Peer postgres = new Postgres(PolicyContest.connection(engine))) {
            List<Peer> peers = List.of(duck, postgres);
            for (Peer peer : peers) {
                long start = System.nanoTime();
                peer.load(province);
                System.out.printf("  %s loaded in %.1f s%n", peer.name(), seconds(start));
            }
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round <= rounds; round++) {
                round(province, peers, round == 0 ? new LinkedHashMap<>() : times);
            }
            print(times);
        } finally {
            PolicyContest.delete(data);
        }
    }

    /** Every side once; the first round, which does not count, is the gate too, and every other one is checked as well. */
    private static void round(Province province, List<Peer> peers, Map<String, List<Double>> times) throws Exception {
        long start = System.nanoTime();
        RelationGraph all = province.all();
        note(times, "arranging all relations", start);
        start = System.nanoTime();
        ExposureInput input = province.input(all);
        Exposures exposures = Exposures.of(input, province.rules);
        note(times, "exposure, ours", start);
        int[] effects = new int[province.businesses];
        Arrays.setAll(effects, exposures::effect);
        start = System.nanoTime();
        Control control = Control.of(province.holdings(), MORE_THAN_HALF, List.of());
        note(times, "control, ours, with arranging, majorities and what is missing", start);
        int[] controllers = new int[province.businesses];
        Arrays.setAll(controllers, b -> control.basis(b) == Basis.SHARE ? control.controller(b) : -1);
        for (Peer peer : peers) {
            start = System.nanoTime();
            int[] theirs = peer.exposure(province);
            note(times, "exposure, " + peer.name(), start);
            same("exposure", peer, effects, theirs);
            start = System.nanoTime();
            theirs = peer.control(province);
            note(times, "control, " + peer.name(), start);
            same("control", peer, controllers, theirs);
        }
        System.out.printf(
                "  %,d reached, %,d with an effect from %d thousandths, %,d controlled by share; all sides equal%n",
                Arrays.stream(effects).filter(effect -> effect > 0).count(),
                Arrays.stream(effects)
                        .filter(effect -> effect >= province.rules.worsensFrom())
                        .count(),
                province.rules.worsensFrom() / 1000,
                Arrays.stream(controllers).filter(unit -> unit >= 0).count());
    }

    private static void same(String what, Peer peer, int[] ours, int[] theirs) {
        int at = Arrays.mismatch(ours, theirs);
        if (at >= 0) {
            throw new IllegalStateException(
                    "%s of business %d: ours %d, %s %d".formatted(what, at, ours[at], peer.name(), theirs[at]));
        }
    }

    private static void note(Map<String, List<Double>> times, String what, long start) {
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(seconds(start));
    }

    private static void print(Map<String, List<Double>> times) {
        double exposure = median(times.getOrDefault("exposure, ours", List.of()));
        double control =
                median(times.getOrDefault("control, ours, with arranging, majorities and what is missing", List.of()));
        times.forEach((what, all) -> System.out.printf(
                "| %s | %.2f | %.1f |%n",
                what, median(all), median(all) / (what.startsWith("control") ? control : exposure)));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static int largest(RelationGraph graph) {
        int largest = 0;
        for (int party = 0; party < graph.size(); party++) {
            largest = Math.max(largest, graph.outEnd(party) - graph.outFirst(party));
        }
        return largest;
    }
}
