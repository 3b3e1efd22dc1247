package org.sise.graph;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Where Neo4j is.
 *
 * @param uri a Bolt address, such as {@code bolt://127.0.0.1:7687} or {@code neo4j://cluster:7687}
 * @param user the user, ignored without a password
 * @param password the password, or null where the server asks none
 */
public record GraphSettings(URI uri, String user, @Nullable String password) {

    private static final long ANSWER_SECONDS = 5;

    /** A server that asks no password. */
    public static GraphSettings open(URI uri) {
        return new GraphSettings(uri, "neo4j", null);
    }

    /** Whether the server asks who comes. */
    public boolean authenticated() {
        return password != null;
    }

    /**
     * The application's one driver; whoever opens it closes it. No connection is made yet, so a server that is down
     * does not keep the application from starting.
     */
    public Driver openDriver() {
        AuthToken token = password == null ? AuthTokens.none() : AuthTokens.basic(user, password);
        Config config = Config.builder()
                .withConnectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(2 * ANSWER_SECONDS, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(ANSWER_SECONDS, TimeUnit.SECONDS)
                .withUserAgent("sise")
                .build();
        return GraphDatabase.driver(uri, token, config);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "GraphSettings[uri=" + uri + ", user=" + user + ", authenticated=" + authenticated() + "]";
    }
}
