package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.code;
import static org.sise.graph.TestLedger.person;
import static org.sise.graph.projection.BrokenGraphIT.fill;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.core.record.RecordState;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;
import org.sise.graph.projection.GraphDifference.Kind;

class GraphCheckIT {

    private static Driver driver;

    private final TestLedger ledger = new TestLedger();

    @BeforeAll
    static void connect() {
        driver = TestEngines.neo4j().driver();
    }

    @AfterAll
    static void disconnect() {
        driver.close();
    }

    @BeforeEach
    void emptyGraph() {
        TestEngines.neo4j().empty();
    }

    @Test
    void a_deleted_business_comes_back_with_all_its_relations() {
        fill(ledger);
        projection().catchUp();
        GraphDigest whole = GraphDigest.of(driver);
        run("MATCH (b:Business {code: '" + code(1) + "'}) DETACH DELETE b");

        GraphReport report = check().check(100);
        assertThat(report.first())
                .filteredOn(difference -> difference.kind() == Kind.MISSING)
                .extracting(GraphDifference::what)
                .containsExactlyInAnyOrder("Business", "ADDRESS_OF", "HOLDS", "OFFICER", "PHONE_OF", "SUPPLIES");
        assertThat(report.first())
                .filteredOn(difference -> difference.kind() == Kind.LEFTOVER)
                .extracting(GraphDifference::what)
                .containsExactlyInAnyOrder("Address", "Person", "Phone");

        assertThat(check().mend(100).first()).isNotEmpty();
        assertThat(GraphDigest.of(driver)).isEqualTo(whole);
    }

    @Test
    void what_is_sound_is_left_alone() {
        fill(ledger);
        projection().catchUp();
        String others = """
                MATCH ()-[r]->() WHERE r.matter <> 'holding/股权1' RETURN elementId(r) ORDER BY elementId(r)""";
        run("MATCH ()-[r:HOLDS {matter: 'holding/股权1'}]->() SET r.share = 61.0");
        List<String> before = texts(others);

        GraphReport mended = check().mend(10);

        assertThat(mended.mended()).isEqualTo(1);
        assertThat(texts(others)).isEqualTo(before).hasSize(8);
    }

    @Test
    void what_settled_after_the_graph_s_position_is_no_difference() {
        fill(ledger);
        projection().catchUp();
        ledger.holds("股权1", "张三", person(1), 1, "10")
                .state(RecordState.WITHDRAWN)
                .represents("法人1", "赵六", null, 2)
                .business(9, "新公司")
                .append();

        GraphReport report = check().check(10);

        assertThat(report.differences()).isZero();
        assertThat(report.position()).isEqualTo(projection().position());
        assertThat(report.compared()).isPositive();
    }

    @Test
    void a_graph_that_waits_for_a_rebuild_is_not_compared() {
        fill(ledger);
        projection().catchUp();
        run("MATCH (p:GraphPosition) REMOVE p.model");

        assertThatThrownBy(() -> check().check(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./sise rebuild graph");
    }

    @Test
    void matters_are_compared_in_the_order_of_both_engines_whatever_their_letters() {
        for (String key : List.of("a", "a-1", "a/1", "Z", "ￗ", "𠮷野", "龥", "", "é", "~")) {
            ledger.holds(key, 1, 2, "1").business(30 + key.length(), "企业", "抚顺市新抚区一号");
            ledger.concert(key, 3, 4, "协议");
        }
        ledger.append();
        projection().catchUp();

        assertThat(check().check(10).first()).isEmpty();
        assertThat(GraphDigest.of(driver).counts()).containsEntry("HOLDS", 10L).containsEntry("CONCERT", 10L);
    }

    @Test
    void any_ledger_equals_its_graph_and_any_broken_graph_is_mended() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomLedger.fill(ledger, random, 300);
        projection().catchUp();
        assertThat(check().check(10).first()).as("seed %d", seed).isEmpty();
        GraphDigest whole = GraphDigest.of(driver);
        for (String breaking : List.of(
                "MATCH ()-[r]->() WHERE r.record % 3 = 0 DELETE r",
                "MATCH ()-[r]->() WHERE r.record % 3 = 1 SET r.state = 'x', r.record = r.record + 1000",
                "MATCH (n:Business) WHERE n.record % 2 = 0 DETACH DELETE n",
                "MATCH (n) WHERE n.name IS NOT NULL AND n.record % 2 = 1 SET n.name = 'x' + n.name",
                "MATCH (w:Withdrawn) WHERE w.record % 2 = 1 DELETE w",
                "MATCH (a), (b:Business) WITH a, b LIMIT 9 CREATE (a)-[:HOLDS {matter: 'x' + elementId(a) + b.code}]->(b)",
                "MATCH (n) WHERE n:Person OR n:Address SET n.weak = true")) {
            run(breaking);
        }

        GraphReport mended = new GraphCheck(driver, ledger.dataSource(), KEYS, 10).mend(10);

        assertThat(mended.first()).hasSize(10);
        assertThat(mended.mended()).isGreaterThan(10);
        assertThat(GraphDigest.of(driver)).as("seed %d", seed).isEqualTo(whole);
        assertThat(check().check(10).first()).as("seed %d", seed).isEmpty();
    }

    private GraphCheck check() {
        return new GraphCheck(driver, ledger.dataSource(), KEYS);
    }

    private GraphProjection projection() {
        return new GraphProjection(driver, ledger.dataSource(), KEYS, 100);
    }

    private static List<String> texts(String query) {
        try (Session session = driver.session()) {
            return session.run(query).list(row -> row.get(0).asString());
        }
    }

    private static void run(String query) {
        try (Session session = driver.session()) {
            session.run(query).consume();
        }
    }
}
