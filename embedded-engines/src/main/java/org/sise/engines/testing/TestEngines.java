package org.sise.engines.testing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real engines for tests, one of each kind a JVM, started when first asked for. In this order: a server
 * named by environment variables, a container where Docker runs and Testcontainers is on the class path,
 * an embedded engine in a temporary folder. All is stopped and removed when the JVM ends.
 *
 * <p>Variables: {@code SISE_TEST_POSTGRES_URL} (a JDBC address of a database from which others may be
 * created), {@code SISE_TEST_POSTGRES_USER}, {@code SISE_TEST_POSTGRES_PASSWORD}; {@code SISE_TEST_NEO4J_URI}
 * (a Bolt address of a server that holds nothing of value: tests wipe it), {@code SISE_TEST_NEO4J_USER},
 * {@code SISE_TEST_NEO4J_PASSWORD} (no user: no authentication).
 */
public final class TestEngines {

    private static final Logger LOG = LoggerFactory.getLogger(TestEngines.class);

    private static @Nullable TestServer postgres;
    private static @Nullable TestGraph neo4j;

    private TestEngines() {}

    /** A new empty database: encoding UTF8, PostgreSQL's own locale C.UTF-8. Each call makes another one. */
    public static TestDatabase freshDatabase() {
        return postgres().freshDatabase();
    }

    /** The shared Neo4j server, with whatever earlier tests left in it; see {@link TestGraph#wipe()}. */
    public static synchronized TestGraph neo4j() {
        TestGraph known = neo4j;
        if (known == null) {
            known = findNeo4j();
            neo4j = known;
            LOG.info("Tests use Neo4j at {}", known.uri());
        }
        return known;
    }

    private static synchronized TestServer postgres() {
        TestServer known = postgres;
        if (known == null) {
            known = findPostgres();
            postgres = known;
            LOG.info("Tests use PostgreSQL at {}", known.url());
        }
        return known;
    }

    private static TestServer findPostgres() {
        String url = variable("SISE_TEST_POSTGRES_URL");
        if (!url.isEmpty()) {
            return new TestServer(
                    url, variable("SISE_TEST_POSTGRES_USER"), variable("SISE_TEST_POSTGRES_PASSWORD"), true);
        }
        if (Docker.isUsable()) {
            try {
                return Containers.postgres();
            } catch (RuntimeException e) {
                LOG.warn("Docker runs, but no PostgreSQL container starts; the embedded engine is used", e);
            }
        }
        return EmbeddedTestEngines.shared().postgres();
    }

    private static TestGraph findNeo4j() {
        String uri = variable("SISE_TEST_NEO4J_URI");
        if (!uri.isEmpty()) {
            return new TestGraph(uri, variable("SISE_TEST_NEO4J_USER"), variable("SISE_TEST_NEO4J_PASSWORD"));
        }
        if (Docker.isUsable()) {
            try {
                return Containers.neo4j();
            } catch (RuntimeException e) {
                LOG.warn("Docker runs, but no Neo4j container starts; the embedded engine is used", e);
            }
        }
        return EmbeddedTestEngines.shared().neo4j();
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value.strip();
    }
}
