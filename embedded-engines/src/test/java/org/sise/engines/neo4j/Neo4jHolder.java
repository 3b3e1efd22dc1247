package org.sise.engines.neo4j;

import java.nio.file.Path;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** A program that starts Neo4j and commits one node after the other until it is killed. */
final class Neo4jHolder {

    private Neo4jHolder() {}

    public static void main(String[] args) throws Exception {
        Neo4jEngine engine = Neo4jEngine.start(Path.of(args[0]));
        System.out.println("server " + engine.pid());
        try (var driver = GraphDatabase.driver(engine.boltUri(), AuthTokens.none());
                var session = driver.session()) {
            for (long n = 1; ; n++) {
                session.run("CREATE (:Committed {n: " + n + "})").consume();
                System.out.println("committed " + n);
            }
        }
    }
}
