package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.person;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.core.record.RecordState;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;

/** One graph, broken by hand in one way after the other and mended each time. */
class BrokenGraphIT {

    private static final TestLedger LEDGER = new TestLedger();

    private static Driver driver;
    private static GraphCheck check;
    private static GraphDigest whole;

    @BeforeAll
    static void project() {
        TestEngines.neo4j().empty();
        driver = TestEngines.neo4j().driver();
        fill(LEDGER);
        new GraphProjection(driver, LEDGER.dataSource(), KEYS).catchUp();
        check = new GraphCheck(driver, LEDGER.dataSource(), KEYS);
        whole = GraphDigest.of(driver);
    }

    @AfterAll
    static void disconnect() {
        driver.close();
    }

    @Test
    void a_graph_that_nobody_touched_equals_its_ledger() {
        assertThat(check.check(10).first()).isEmpty();
        assertThat(check.mend(10).mended()).isZero();
        assertThat(check.check(10).compared()).isEqualTo(12);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a deleted relation      | MATCH ()-[r:HOLDS]->() DELETE r | missing HOLDS holding/股权1 []
            a deleted address       | MATCH (a:Address) DETACH DELETE a | missing ADDRESS_OF registration/registration 1/address []
            a changed share         | MATCH ()-[r:HOLDS]->() SET r.share = 61.0 | different HOLDS holding/股权1 [share]
            another record          | MATCH ()-[r:OFFICER]->() SET r.record = 4711 | different OFFICER officer/职务1 [record]
            an added property       | MATCH ()-[r:SUPPLIES]->() SET r.note = 'x' | different SUPPLIES supply/供应1 [note]
            another holder          | MATCH (p:Person {name: '张三'})-[r:HOLDS]->(b), (o:Person {name: '王五'}) CREATE (o)-[n:HOLDS]->(b) WITH r, n, properties(r) AS all DELETE r SET n = all | different HOLDS holding/股权1 [(party)]
            a relation turned round | MATCH (s)-[r:SUPPLIES]->(c) WITH s, r, c, properties(r) AS all DELETE r CREATE (c)-[n:SUPPLIES]->(s) SET n = all | different SUPPLIES supply/供应1 [(business), (party)]
            a stray relation        | MATCH (b:Business {name: '甲公司'}) CREATE (b)-[:HOLDS {matter: 'holding/无', record: 9}]->(b) | stray HOLDS holding/无 []
            a relation by nobody    | MATCH (b:Business {name: '甲公司'}) CREATE (b)-[:BRANCH_OF]->(b) | stray BRANCH_OF * []
            an unknown type         | MATCH (b:Business {name: '甲公司'}) CREATE (b)-[:OWNS {matter: 'holding/无'}]->(b) | stray OWNS * []
            a withdrawn one again   | MATCH (p:Person {name: '王五'}), (b:Business {name: '甲公司'}) CREATE (p)-[:LEGAL_REPRESENTATIVE {matter: 'legal-representative/法人2', record: 1}]->(b) | stray LEGAL_REPRESENTATIVE legal-representative/法人2 []
            a deleted withdrawal    | MATCH (w:Withdrawn) DELETE w | missing Withdrawn legal-representative/法人2 []
            a changed withdrawal    | MATCH (w:Withdrawn) SET w.record = 1 | different Withdrawn legal-representative/法人2 [record]
            a stray withdrawal      | CREATE (:Withdrawn {matter: 'concert/无', record: 3}) | stray Withdrawn concert/无 []
            a strange withdrawal    | CREATE (:Withdrawn {matter: '无', record: 3}) | stray Withdrawn * []
            a stray person          | CREATE (:Person {key: '00', name: '无'}) | leftover Person 00 []
            a stray business        | CREATE (:Business {code: '00', name: '无'}) | stray Business 00 []
            a left over business    | CREATE (:Business {code: '00'}) | leftover Business 00 []
            a stray label           | CREATE (:Thing {key: '00'}) | stray Thing * []
            a second label          | MATCH (b:Body) SET b:Thing | stray Body * []
            a person without a key  | CREATE (:Person {name: '无'}) | stray Person * []
            a business without data | MATCH (b:Business {name: '甲公司'}) SET b.name = null, b.record = null, b.status = null, b.region = null | different Business * [name, record, region, status]
            a business's name       | MATCH (b:Business {name: '甲公司'}) SET b.name = '改名' | different Business * [name]
            a register made up      | MATCH (b:Business) WHERE b.record IS NULL SET b.name = '无', b.record = 5 | stray Business * []
            a person's name         | MATCH (p:Person {name: '张三'}) SET p.name = '改名' | different Person * [name]
            a body's record         | MATCH (b:Body) SET b.record = 4711 | different Body * [record]
            an address's name       | MATCH (a:Address) SET a.name = null | different Address * [name]
            a telephone's property  | MATCH (p:Phone) SET p.number = 'x' | different Phone * [number]
            a weak one made strong  | MATCH (p:Person {name: '赵六'}) SET p.weak = null | different LEGAL_REPRESENTATIVE legal-representative/法人1 [(party).weak]
            a strong one made weak  | MATCH (p:Person {name: '王五'}) SET p.weak = true | different OFFICER officer/职务1 [(party).weak]
            """)
    void what_a_hand_broke_is_found_and_mended(String what, String breaking, String found) {
        try (Session session = driver.session()) {
            session.run(breaking).consume();
        }

        GraphReport report = check.check(10);

        assertThat(report.first()).anySatisfy(difference -> {
            String words = "%s %s %s %s"
                    .formatted(
                            difference.kind().token(),
                            difference.what(),
                            found.contains(" * ") ? "*" : difference.id(),
                            difference.properties());
            assertThat(words).as(what).isEqualTo(found);
        });
        GraphReport mended = check.mend(10);
        assertThat(mended.mended()).isPositive().isEqualTo(mended.differences());
        assertThat(check.check(10).first()).isEmpty();
        assertThat(GraphDigest.of(driver)).isEqualTo(whole);
    }

    /** A relation of each kind, one of them withdrawn. */
    static void fill(TestLedger ledger) {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路1号")
                .business(2, "乙公司")
                .holds("股权1", "张三", person(1), 1, "60")
                .bodyHolds("股权0", "某基金", 2, "5")
                .officer("职务1", "王五", person(2), 1, "监事")
                .represents("法人1", "赵六", null, 2)
                .represents("法人2", "王五", person(2), 2)
                .branch("分支1", 2, 8)
                .supplies("供应1", 1, 2, "钢材")
                .phone("电话1", 1, 1)
                .concert("一致1", "王五", person(2), 2, "协议")
                .state(RecordState.WITHDRAWN)
                .represents("法人2", "王五", person(2), 2)
                .state(RecordState.EFFECTIVE)
                .append();
    }
}
