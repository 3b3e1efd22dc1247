package org.sise.bench.related;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.sise.bench.policy.PolicyContest;
import org.sise.core.code.CreditCode;
import org.sise.engines.neo4j.Neo4jEngine;
import org.sise.engines.neo4j.Neo4jSettings;
import org.sise.graph.control.ControlRulesReader;
import org.sise.graph.exposure.ExposureRulesReader;
import org.sise.graph.neighbourhood.Guards;
import org.sise.graph.neighbourhood.Limits;
import org.sise.graph.neighbourhood.Neighbourhood;
import org.sise.graph.neighbourhood.Neighbourhoods;
import org.sise.graph.relation.RelationGraph;

/**
 * How long the page waits for the two-hop neighbourhood of a business, one reader at a time. A business is looked at as often
 * as it has relations, so that the busy ones come first.
 *
 * @param businesses how many businesses
 * @param edges how many holdings and legal representatives; addresses, numbers and officers come beside them
 * @param cards how many neighbourhoods a round looks at
 * @param work a folder for Neo4j's files
 */
public record CardRun(int businesses, int edges, int cards, Path work) {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final long SEED = 20_261_130;

    /** Rounds in which Neo4j's code is compiled and its store comes into memory. */
    private static final int WARM = 4;

    private static final int COUNTED = 3;

    /** Runs and prints. */
    public void run() throws Exception {
        Province province = Province.of(businesses, edges);
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "card");
        try {
            CardGraph graph = new CardGraph(province);
            long start = System.nanoTime();
            graph.load(folder);
            System.out.printf("%n## %,d businesses; loaded in %.1f s%n", businesses, Times.seconds(start));
            try (Neo4jEngine engine = Neo4jEngine.start(folder, new Neo4jSettings(0, 1024, 2048, false));
                    Driver driver = GraphDatabase.driver(engine.boltUri(), AuthTokens.none())) {
                start = System.nanoTime();
                graph.index(driver);
                System.out.printf("  indexed in %.1f s%n", Times.seconds(start));
                look(
                        province.all(),
                        new Neighbourhoods(
                                driver, Guards.of(ExposureRulesReader.builtIn(), ControlRulesReader.builtIn())));
            }
        } finally {
            PolicyContest.delete(folder);
        }
    }

    private void look(RelationGraph all, Neighbourhoods neighbourhoods) {
        SplittableRandom random = new SplittableRandom(SEED);
        System.out.printf("  %,d neighbourhoods a round%n", cards);
        System.out.println("| round | nodes | relations | cut short | p50, ms | p95, ms | p99, ms | most, ms |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        double[] high = new double[COUNTED];
        for (int i = -WARM; i < COUNTED; i++) {
            double[] millis = round(all, neighbourhoods, random, i < 0 ? "warms up" : "counts");
            if (i >= 0) {
                high[i] = millis[cards * 99 / 100];
            }
        }
        Arrays.sort(high);
        System.out.printf("  p99, the median of the rounds that count: %.1f ms%n", high[COUNTED / 2]);
    }

    private double[] round(RelationGraph all, Neighbourhoods neighbourhoods, SplittableRandom random, String name) {
        double[] millis = new double[cards];
        long nodes = 0;
        long edgesSeen = 0;
        int cut = 0;
        for (int i = 0; i < cards; i++) {
            int business = busy(all, random);
            long start = System.nanoTime();
            Neighbourhood found = look(neighbourhoods, business);
            millis[i] = Times.seconds(start) * 1000;
            nodes += found.nodes().size();
            edgesSeen += found.edges().size();
            cut += found.cut() ? 1 : 0;
        }
        Arrays.sort(millis);
        System.out.printf(
                "| %s | %.1f | %.1f | %d | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                (double) nodes / cards,
                (double) edgesSeen / cards,
                cut,
                millis[cards / 2],
                millis[cards * 95 / 100],
                millis[cards * 99 / 100],
                millis[cards - 1]);
        return millis;
    }

    /** The business of a relation, or its party where that is a business too. */
    private int busy(RelationGraph all, SplittableRandom random) {
        int relation = random.nextInt(all.relations());
        int party = all.from(relation);
        return party < businesses && random.nextBoolean() ? party : all.to(relation);
    }

    private static Neighbourhood look(Neighbourhoods neighbourhoods, int business) {
        return neighbourhoods
                .of(new CreditCode(CardGraph.code(business)), DAY, Limits.STANDARD)
                .orElseThrow();
    }
}
