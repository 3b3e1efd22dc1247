package org.sise.bench.related;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.sise.engines.neo4j.Neo4jEngine;
import org.sise.engines.neo4j.Neo4jSettings;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/**
 * Neo4j Community over Bolt. Like the databases it is given the factors of both directions, as relations of their own. Its
 * query can keep the strongest walk between two steps, which a recursive query cannot.
 */
final class Cypher implements Peer {

    private static final int STEPS = 2;
    private static final String EXPOSURE = """
            MATCH (o:Origin)
            CALL (o) {
              MATCH (o)-[r:PASSES]->(b:Business) RETURN b, o.effect * r.factor / 1000 AS e
              UNION ALL
              MATCH (o)-[r:PASSES]->(:Person)-[s:PASSES]->(b:Business)
              RETURN b, o.effect * r.factor / 1000 * s.factor / 1000 AS e
            }
            WITH o, b, max(e) AS e
            CALL (o, b, e) {
              RETURN b AS t, e AS f
              UNION ALL
              MATCH (b)-[r:PASSES]->(t:Business) RETURN t, e * r.factor / 1000 AS f
              UNION ALL
              MATCH (b)-[r:PASSES]->(:Person)-[s:PASSES]->(t:Business)
              RETURN t, e * r.factor / 1000 * s.factor / 1000 AS f
            }
            WITH o, t, f WHERE o <> t
            RETURN t.n AS business, max(f) AS answer""";
    private static final String CONTROL = """
            MATCH (h) WHERE EXISTS { (h)-[:HOLDS]->() } AND NOT EXISTS { ()-[:HOLDS]->(h) }
            MATCH (h)(()-[r:HOLDS]->())+(b)
            WITH h, b, sum(reduce(share = 1.0, holding IN r | share * holding.share)) AS share
            WHERE share > 0.500000000001
            RETURN b.n AS business, h.n AS answer""";

    private final Neo4jEngine engine;
    private final Driver driver;

    private Cypher(Neo4jEngine engine, Driver driver) {
        this.engine = engine;
        this.driver = driver;
    }

    /** Imports the graph into an engine of its own, with 3 GB of heap and 1 GB for its files. */
    static Cypher of(Province province, Path folder) throws IOException, InterruptedException {
        if (province.rules.steps() != STEPS) {
            throw new IllegalStateException("the query is written for " + STEPS + " steps");
        }
        GraphImport files = new GraphImport(folder);
        files.nodes("", ":ID,:LABEL,n:INT,effect:INT", out -> {
            for (int party = 0; party < province.weights.length; party++) {
                boolean business = province.isBusiness(party);
                boolean origin = province.weights[party] > 0;
                out.write(party + (business ? ",Business" : ",Person") + (origin ? ";Origin," : ",") + party + ","
                        + (origin ? province.effect(party) : "") + "\n");
            }
        });
        files.relations(
                "PASSES",
                ":START_ID,:END_ID,factor:INT",
                out -> province.links((from, to, _, factor) -> out.write(from + "," + to + "," + factor + "\n")));
        RelationGraph holdings = province.holdings();
        files.relations("HOLDS", ":START_ID,:END_ID,share:DOUBLE", out -> {
            for (int r = 0; r < holdings.relations(); r++) {
                out.write(holdings.from(r) + "," + holdings.to(r) + "," + Share.fraction(holdings.share(r)) + "\n");
            }
        });
        files.run();
        Neo4jEngine engine = Neo4jEngine.start(folder, new Neo4jSettings(0, 3072, 1024, false));
        return new Cypher(engine, GraphDatabase.driver(engine.boltUri(), AuthTokens.none()));
    }

    @Override
    public String name() {
        return "Cypher";
    }

    @Override
    public long process() {
        return engine.pid();
    }

    @Override
    public int[] exposure(Province province, Duration limit) throws TimeoutException {
        return read(EXPOSURE, new int[province.businesses], limit);
    }

    @Override
    public int[] control(Province province, Duration limit) throws TimeoutException {
        int[] controllers = new int[province.businesses];
        Arrays.fill(controllers, -1);
        return read(CONTROL, controllers, limit);
    }

    private int[] read(String query, int[] answers, Duration limit) throws TimeoutException {
        long start = System.nanoTime();
        try (Session session =
                driver.session(SessionConfig.builder().withFetchSize(10_000).build())) {
            session.run(query, TransactionConfig.builder().withTimeout(limit).build())
                    .forEachRemaining(row -> answers[row.get("business").asInt()] =
                            row.get("answer").asInt());
            return answers;
        } catch (Neo4jException e) {
            if (System.nanoTime() - start >= limit.toNanos()) {
                throw new TimeoutException("no answer within " + limit.toSeconds() + " s");
            }
            throw e;
        }
    }

    @Override
    public void close() {
        driver.close();
        engine.close();
    }
}
