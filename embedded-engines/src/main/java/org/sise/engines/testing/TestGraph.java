package org.sise.engines.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * A Neo4j server for tests. Its methods need the Neo4j Java driver on the class path.
 *
 * @param uri Bolt address
 * @param user empty: no authentication
 * @param password that user's
 */
public record TestGraph(String uri, String user, String password) {

    /** Drivers for wiping, open until the JVM ends: closing one takes two seconds. */
    private static final Map<TestGraph, Driver> WIPERS = new ConcurrentHashMap<>();

    /** A new driver, which the caller closes. */
    public Driver driver() {
        AuthToken token = user.isEmpty() ? AuthTokens.none() : AuthTokens.basic(user, password);
        return GraphDatabase.driver(uri, token);
    }

    /** Removes all constraints, indexes, nodes and relations. */
    public void wipe() {
        try (Session session = WIPERS.computeIfAbsent(this, TestGraph::driver).session()) {
            drop(session, "CONSTRAINT", "SHOW CONSTRAINTS YIELD name RETURN name");
            drop(session, "INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
    }

    /** Removes all nodes and relations and leaves constraints, indexes and what remembers them: much faster. */
    public void empty() {
        try (Session session = WIPERS.computeIfAbsent(this, TestGraph::driver).session()) {
            session.run(
                            "MATCH (n) WHERE NOT n:GraphMigration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
    }

    private static void drop(Session session, String what, String listing) {
        List<Record> found = session.run(listing).list();
        for (Record row : found) {
            session.run("DROP " + what + " `" + row.get("name").asString() + "`")
                    .consume();
        }
    }
}
