package org.sise.bench.related;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
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
 * @param rounds how often each side answers, after a round that does not count
 * @param limit how long one answer may take
 * @param work a folder for the databases' files
 */
public record RelatedContest(int businesses, int edges, int rounds, Duration limit, Path work) {

    private static final ControlRules MORE_THAN_HALF =
            new ControlRules(BigDecimal.valueOf(50), List.of(), Integer.MAX_VALUE, 0, 0, 1);
    private static final String EXPOSURE = "exposure";
    private static final String CONTROL = "control";
    private static final String OURS = "ours";

    /** Runs and prints. */
    public void run() throws Exception {
        Province province = Province.of(businesses, edges);
        RelationGraph all = province.all();
        System.out.printf(
                "%n## %,d businesses, %,d parties, %,d relations, %,d of them holdings; the largest party has %,d%n",
                businesses, all.size(), all.relations(), province.holdings().relations(), largest(all));
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "related");
        try (PostgresEngine engine = PolicyContest.postgres(Files.createDirectory(folder.resolve("postgres")));
                Connection connection = PolicyContest.connection(engine);
                Peer duck = loaded(() -> new DuckDb(province, folder.resolve("duckdb")));
                Peer postgres = loaded(() -> new Postgres(province, connection));
                Peer cypher = loaded(() -> Cypher.of(province, folder.resolve("neo4j")))) {
            List<Peer> peers = List.of(duck, postgres, cypher);
            Times times = new Times();
            for (int round = 0; round <= rounds; round++) {
                round(province, peers, times);
                if (round == 0) {
                    times.forget();
                }
            }
            times.print();
            for (Peer peer : peers) {
                System.out.printf("  %s: its process had %.1f GB at most%n", peer.name(), Memory.peak(peer.process()));
            }
        } finally {
            PolicyContest.delete(folder);
        }
    }

    /** Makes a peer. */
    private interface Making {
        Peer make() throws Exception;
    }

    private static Peer loaded(Making making) throws Exception {
        long start = System.nanoTime();
        Peer peer = making.make();
        System.out.printf("  %s loaded in %.1f s%n", peer.name(), Times.seconds(start));
        return peer;
    }

    /** Every side once, each result held to ours. */
    private void round(Province province, List<Peer> peers, Times times) throws Exception {
        int[] effects = new int[province.businesses];
        int[] controllers = new int[province.businesses];
        times.take("arranging", OURS, province::all);
        RelationGraph all = province.all();
        times.take(EXPOSURE, OURS, () -> {
            ExposureInput input = province.input(all);
            Exposures exposures = Exposures.of(input, province.rules);
            Arrays.setAll(effects, exposures::effect);
        });
        times.take(CONTROL, OURS, () -> {
            Control control = Control.of(province.holdings(), MORE_THAN_HALF, List.of());
            Arrays.setAll(controllers, b -> control.basis(b) == Basis.SHARE ? control.controller(b) : -1);
        });
        for (Peer peer : peers) {
            compare(EXPOSURE, peer, effects, times, () -> peer.exposure(province, limit));
            compare(CONTROL, peer, controllers, times, () -> peer.control(province, limit));
        }
        System.out.printf(
                "  %,d reached, %,d with an effect from %d thousandths, %,d controlled by share; all answers equal%n",
                Arrays.stream(effects).filter(effect -> effect > 0).count(),
                Arrays.stream(effects)
                        .filter(effect -> effect >= province.rules.worsensFrom())
                        .count(),
                province.rules.worsensFrom() / 1000,
                Arrays.stream(controllers).filter(unit -> unit >= 0).count());
    }

    /** A question to a peer. */
    private interface Question {
        int[] ask() throws Exception;
    }

    private static void compare(String what, Peer peer, int[] ours, Times times, Question question) throws Exception {
        if (times.isGivenUp(what, peer.name())) {
            return;
        }
        int[][] theirs = new int[1][];
        try {
            times.take(what, peer.name(), () -> theirs[0] = question.ask());
        } catch (TimeoutException e) {
            times.giveUp(what, peer.name());
            System.out.printf("  %s of %s: %s%n", what, peer.name(), e.getMessage());
            return;
        }
        int at = Arrays.mismatch(ours, theirs[0]);
        if (at >= 0) {
            throw new IllegalStateException(
                    "%s of business %d: ours %d, %s %d".formatted(what, at, ours[at], peer.name(), theirs[0][at]));
        }
    }

    private static int largest(RelationGraph graph) {
        int largest = 0;
        for (int party = 0; party < graph.size(); party++) {
            largest = Math.max(largest, graph.outEnd(party) - graph.outFirst(party));
        }
        return largest;
    }
}
