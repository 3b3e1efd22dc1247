package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.person;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.core.record.RecordState;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;
import org.sise.ledger.record.Position;
import org.springframework.jdbc.core.simple.JdbcClient;

class RelationKindsIT {

    private static final String RELATIONS = """
            MATCH (h)-[r]->(b) RETURN coalesce(h.name, h.code, labels(h)[0]) + ' ' + type(r) + ' ' + b.name""";

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
    void each_kind_of_record_is_a_relation_with_what_its_kind_alone_says() {
        ledger.business(1, "甲公司")
                .business(2, "乙公司")
                .officer("职务1", "张三", person(1), 1, "监事")
                .branch("分支1", 1, 2)
                .supplies("供应1", 1, 2, "钢材")
                .phone("电话1", 1, 1)
                .concert("一致1", "张三", person(1), 2, "一号协议")
                .concert("一致2", 1, 2, "一号协议")
                .append();

        projection().catchUp();

        assertThat(texts("""
                MATCH (h)-[r]->(b) RETURN coalesce(h.name, labels(h)[0]) + ' ' + type(r) + ' ' + b.name + ' '
                    + coalesce(r.position, r.goods, r.agreement, r.parent, '-') + ' ' + r.matter + ' ' + r.record"""))
                .containsExactlyInAnyOrder(
                        "张三 OFFICER 甲公司 监事 officer/职务1 " + record("职务1"),
                        "甲公司 BRANCH_OF 乙公司 企业2 branch/分支1 " + record("分支1"),
                        "甲公司 SUPPLIES 乙公司 钢材 supply/供应1 " + record("供应1"),
                        "Phone PHONE_OF 甲公司 - contact/电话1 " + record("电话1"),
                        "张三 CONCERT 乙公司 一号协议 concert/一致1 " + record("一致1"),
                        "甲公司 CONCERT 乙公司 一号协议 concert/一致2 " + record("一致2"));
        assertThat(texts("MATCH (p:Phone) RETURN p.key"))
                .containsExactly(KEYS.ofNumber("phone 1").hex());
    }

    @Test
    void businesses_at_one_address_share_its_node_however_it_is_spelt() {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路１号")
                .business(2, "乙公司", "抚顺市 新抚区 东一路1号")
                .business(3, "丙公司", "抚顺")
                .append();

        projection().catchUp();

        assertThat(texts("MATCH (a:Address)-[r:ADDRESS_OF]->(b) RETURN a.key + ' ' + b.name + ' ' + r.matter"))
                .containsExactlyInAnyOrder(
                        "抚顺市新抚区东一路1号 甲公司 registration/registration 1/address",
                        "抚顺市新抚区东一路1号 乙公司 registration/registration 2/address");
        assertThat(texts("MATCH (w:Withdrawn) RETURN w.matter")).isEmpty();
    }

    @Test
    void a_changed_address_replaces_its_relation_and_a_removed_one_ends_it() {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路1号").append();
        projection().catchUp();
        ledger.business(1, "甲公司", "抚顺市新抚区东一路2号").append();
        projection().catchUp();
        assertThat(texts(RELATIONS)).containsExactly("抚顺市新抚区东一路2号 ADDRESS_OF 甲公司");
        assertThat(texts("MATCH (a:Address) RETURN a.name")).containsExactly("抚顺市新抚区东一路2号");

        ledger.business(1, "甲公司", null).append();
        projection().catchUp();

        assertThat(texts(RELATIONS)).isEmpty();
        assertThat(texts("MATCH (n) WHERE n:Address OR n:Withdrawn RETURN coalesce(n.name, n.matter)"))
                .containsExactly("registration/registration 1/address");
    }

    @Test
    void a_withdrawn_registration_takes_its_address_along_and_brings_it_back() {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路1号").append();
        projection().catchUp();
        ledger.state(RecordState.WITHDRAWN).business(1, "甲公司", "抚顺市新抚区东一路1号").append();
        projection().catchUp();
        assertThat(texts("MATCH (a:Address) RETURN a.key")).isEmpty();

        ledger.state(RecordState.EFFECTIVE).business(1, "甲公司", "抚顺市新抚区东一路1号").append();
        projection().catchUp();

        assertThat(texts(RELATIONS)).containsExactly("抚顺市新抚区东一路1号 ADDRESS_OF 甲公司");
    }

    @Test
    void who_controls_keeps_nobody_in_the_graph_and_names_nobody() {
        ledger.business(1, "甲公司")
                .holds("股权1", "张三", person(1), 1, "60")
                .officer("职务1", "张大三", person(1), 1, null)
                .append();
        projection().catchUp();
        run("MATCH (p:Person), (b:Business) CREATE (p)-[:CONTROLS {percent: 60.0, name: '无名', record: 99}]->(b)");

        ledger.state(RecordState.WITHDRAWN)
                .officer("职务1", "张大三", person(1), 1, null)
                .append();
        projection().catchUp();
        assertThat(texts("MATCH (p:Person) RETURN p.name")).containsExactly("张三");

        ledger.holds("股权1", "张三", person(1), 1, "60").append();
        projection().catchUp();
        assertThat(texts("MATCH (p:Person) RETURN p.name")).isEmpty();
    }

    @Test
    void a_graph_of_an_earlier_version_is_made_again_by_itself() {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路1号")
                .officer("职务1", "张三", person(1), 1, null)
                .append();
        projection().catchUp();
        GraphDigest full = GraphDigest.of(driver);
        run("MATCH (n) WHERE n:Address OR n:Person DETACH DELETE n");
        run("MATCH (p:GraphPosition) REMOVE p.model");
        run("MATCH (m:GraphMigration) WHERE m.number > 8 DELETE m");

        assertThat(projection().catchUp()).isEqualTo(2);

        assertThat(GraphDigest.of(driver)).isEqualTo(full);
        assertThat(projection().catchUp()).isZero();
    }

    @Test
    void a_rebuild_for_a_new_version_that_was_broken_off_is_finished() {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路1号").append();
        projection().catchUp();
        GraphDigest full = GraphDigest.of(driver);
        run("MATCH (p:GraphPosition) SET p.xact = 0, p.id = 0, p.clearing = true");
        run("CREATE (:Person {key: 'left over'})");
        assertThat(projection().position()).isEqualTo(Position.START);

        projection().catchUp();

        assertThat(GraphDigest.of(driver)).isEqualTo(full);
    }

    private GraphProjection projection() {
        return new GraphProjection(driver, ledger.dataSource(), KEYS, 100);
    }

    private long record(String key) {
        return JdbcClient.create(ledger.dataSource())
                .sql("select id from ledger.record where record_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
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
