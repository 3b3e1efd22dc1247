package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.code;
import static org.sise.graph.TestLedger.person;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.core.record.RecordState;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;

/** What departments send that cannot be quite right is kept as they said it, and the graph equals the ledger. */
class BadInputIT {

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

    @AfterEach
    void theGraphEqualsTheLedger() {
        assertThat(new GraphCheck(driver, ledger.dataSource(), KEYS).check(10).first())
                .isEmpty();
    }

    @Test
    void shares_of_more_than_the_whole_are_kept_as_they_were_said() {
        ledger.business(1, "甲公司")
                .holds("股权1", "张三", person(1), 1, "80")
                .holds("股权2", "李四", person(2), 1, "70.5")
                .append();
        projection().catchUp();

        assertThat(texts("MATCH ()-[r:HOLDS]->(b) WITH b, sum(r.share) AS sum RETURN b.name + ' ' + sum"))
                .containsExactly("甲公司 150.5");
    }

    @Test
    void a_business_may_own_supply_and_be_a_branch_of_itself() {
        ledger.holds("股权1", 1, 1, "20")
                .supplies("供应1", 1, 1, null)
                .branch("分支1", 1, 1)
                .concert("一致1", 1, 1, "协议")
                .append();
        projection().catchUp();
        assertThat(texts("MATCH (b)-[r]->(b) RETURN type(r)"))
                .containsExactlyInAnyOrder("HOLDS", "SUPPLIES", "BRANCH_OF", "CONCERT");

        ledger.state(RecordState.WITHDRAWN)
                .holds("股权1", 1, 1, "20")
                .supplies("供应1", 1, 1, null)
                .branch("分支1", 1, 1)
                .concert("一致1", 1, 1, "协议")
                .append();
        projection().catchUp();
        assertThat(texts("MATCH (b:Business) RETURN b.code")).isEmpty();
    }

    @Test
    void relations_to_codes_that_nobody_registered_are_kept_and_joined_when_the_registration_comes() {
        ledger.business(1, "甲公司")
                .branch("分支1", 1, 7)
                .supplies("供应1", 8, 1, "钢材")
                .concert("一致1", 9, 1, "协议")
                .append();
        projection().catchUp();
        assertThat(texts("MATCH (b:Business) WHERE b.record IS NULL RETURN b.code"))
                .containsExactlyInAnyOrder(code(7).value(), code(8).value(), code(9).value());

        ledger.business(7, "总公司").business(8, "供货商").business(9, "盟友").append();
        projection().catchUp();

        assertThat(texts("MATCH (a)-[r]->(b) RETURN a.name + ' ' + type(r) + ' ' + b.name"))
                .containsExactlyInAnyOrder("甲公司 BRANCH_OF 总公司", "供货商 SUPPLIES 甲公司", "盟友 CONCERT 甲公司");
    }

    @Test
    void a_relation_of_each_kind_may_be_withdrawn_and_given_again() {
        for (RecordState state : List.of(RecordState.EFFECTIVE, RecordState.WITHDRAWN, RecordState.EFFECTIVE)) {
            ledger.state(state)
                    .business(1, "甲公司", "抚顺市新抚区东一路1号")
                    .holds("股权1", "张三", person(1), 1, "80")
                    .represents("法人1", "张三", person(1), 1)
                    .officer("职务1", "张三", person(1), 1, "董事")
                    .branch("分支1", 1, 2)
                    .supplies("供应1", 3, 1, "钢材")
                    .phone("电话1", 1, 1)
                    .concert("一致1", "张三", person(1), 1, "协议")
                    .append();
            projection().catchUp();
            boolean stands = state == RecordState.EFFECTIVE;
            assertThat(texts("MATCH ()-[r]->() RETURN type(r)")).hasSize(stands ? RelationType.values().length : 0);
            assertThat(texts("MATCH (w:Withdrawn) RETURN w.matter")).hasSize(stands ? 0 : RelationType.values().length);
            assertThat(texts("MATCH (n) WHERE n:Person OR n:Address OR n:Phone RETURN n.key"))
                    .hasSize(stands ? 3 : 0);
        }
    }

    private GraphProjection projection() {
        return new GraphProjection(driver, ledger.dataSource(), KEYS, 100);
    }

    private static List<String> texts(String query) {
        try (Session session = driver.session()) {
            return session.run(query).list(row -> row.get(0).asString());
        }
    }
}
