package org.sise.engines.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestEnginesIT {

    @Test
    void each_database_is_new_and_empty() throws Exception {
        TestDatabase first = TestEngines.freshDatabase();
        TestDatabase second = TestEngines.freshDatabase();
        try (var connection = first.connect();
                var sql = connection.createStatement()) {
            sql.execute("CREATE TABLE business (code text)");
        }
        assertThat(tables(first)).isEqualTo(1);
        assertThat(tables(second)).isZero();
    }

    @Test
    void wiping_removes_nodes_relations_constraints_and_indexes() {
        TestGraph graph = TestEngines.neo4j();
        graph.wipe();
        try (var driver = graph.driver();
                var session = driver.session()) {
            session.run("CREATE CONSTRAINT code IF NOT EXISTS FOR (b:Business) REQUIRE b.code IS UNIQUE")
                    .consume();
            session.run("CREATE INDEX name IF NOT EXISTS FOR (b:Business) ON (b.name)")
                    .consume();
            session.run("UNWIND range(1, 25000) AS n CREATE (:Business {code: n})-[:HOLDS]->(:Business {code: -n})")
                    .consume();

            graph.wipe();

            assertThat(session.run("MATCH (n) RETURN count(n)").single().get(0).asInt())
                    .isZero();
            assertThat(session.run("SHOW CONSTRAINTS").list()).isEmpty();
            assertThat(session.run("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP'")
                            .list())
                    .isEmpty();
        }
    }

    private static int tables(TestDatabase database) throws Exception {
        try (var connection = database.connect();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
