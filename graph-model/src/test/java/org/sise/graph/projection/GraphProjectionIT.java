package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.code;
import static org.sise.graph.TestLedger.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
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

class GraphProjectionIT {

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
        TestEngines.neo4j().wipe();
    }

    @Test
    void records_become_nodes_and_relations_that_name_their_record() {
        ledger.business(1, "甲公司")
                .business(2, "乙公司")
                .holds("股权1", 1, 2, "51.5")
                .bodyHolds("股权2", "香港 中央结算", 2, null)
                .represents("法人1", "张三", person(1), 1)
                .append();

        assertThat(projection(100).catchUp()).isEqualTo(5);

        assertThat(texts("""
                MATCH (h)-[r]->(b) RETURN coalesce(h.name, '?') + ' ' + type(r) + ' ' + b.name
                    + ' ' + coalesce(toString(r.share), '-') + ' ' + toString(r.from) + ' ' + r.record
                ORDER BY r.record"""))
                .containsExactly(
                        "甲公司 HOLDS 乙公司 51.5 2020-01-02 " + record("股权1"),
                        "香港 中央结算 HOLDS 乙公司 - 2020-01-02 " + record("股权2"),
                        "张三 LEGAL_REPRESENTATIVE 甲公司 - 2020-01-02 " + record("法人1"));
        assertThat(texts("MATCH (b:Body) RETURN b.key")).containsExactly("香港中央结算");
    }

    @Test
    void a_business_that_is_not_registered_yet_is_joined_when_its_registration_comes() {
        ledger.holds("股权1", 7, 8, "30").append();
        projection(100).catchUp();
        assertThat(texts("MATCH (b:Business) WHERE b.name IS NULL RETURN b.code"))
                .containsExactlyInAnyOrder(code(7).value(), code(8).value());

        ledger.business(7, "后到公司").append();
        projection(100).catchUp();

        assertThat(texts("MATCH (h:Business)-[:HOLDS]->(b) RETURN h.name + ' ' + b.code"))
                .containsExactly("后到公司 " + code(8));
    }

    @Test
    void a_new_version_replaces_its_relation_and_removes_who_has_none_left() {
        ledger.business(1, "甲公司").holds("股权1", "张三", person(1), 1, "20").append();
        projection(100).catchUp();

        ledger.holds("股权1", "李四", person(2), 1, "25").append();
        projection(100).catchUp();

        assertThat(texts("MATCH (p)-[r:HOLDS]->() RETURN p.name + ' ' + r.share"))
                .containsExactly("李四 25.0");
        assertThat(texts("MATCH (p:Person) RETURN p.name")).containsExactly("李四");
    }

    @Test
    void of_several_versions_in_one_batch_the_last_counts() {
        ledger.holds("股权1", "张三", person(1), 1, "20")
                .holds("股权1", "张三", person(1), 1, "30")
                .holds("股权2", "张三", person(1), 1, "5")
                .state(RecordState.WITHDRAWN)
                .holds("股权2", "张三", person(1), 1, "5")
                .append();

        projection(100).catchUp();

        assertThat(texts("MATCH ()-[r:HOLDS]->() RETURN r.matter + ' ' + r.share"))
                .containsExactly("holding/股权1 30.0");
    }

    @Test
    void a_withdrawn_relation_goes_and_can_come_back() {
        ledger.represents("法人1", "张三", null, 1).append();
        projection(100).catchUp();
        ledger.state(RecordState.WITHDRAWN).represents("法人1", "张三", null, 1).append();
        projection(100).catchUp();
        assertThat(texts("MATCH (n) WHERE n:Business OR n:Person RETURN coalesce(n.name, n.code)"))
                .isEmpty();

        ledger.state(RecordState.EFFECTIVE).represents("法人1", "张三", null, 1).append();
        projection(100).catchUp();

        assertThat(texts("MATCH (p)-[:LEGAL_REPRESENTATIVE]->() RETURN p.name")).containsExactly("张三");
        assertThat(texts("MATCH (w:Withdrawn) RETURN w.matter")).isEmpty();
    }

    @Test
    void a_version_that_settles_before_its_forerunner_still_wins() {
        ledger.transaction().executeWithoutResult(_ -> {
            JdbcClient.create(ledger.dataSource())
                    .sql("select pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
            CompletableFuture.runAsync(
                            () -> ledger.holds("股权1", "张三", person(1), 1, "20").append())
                    .join();
            ledger.state(RecordState.WITHDRAWN)
                    .holds("股权1", "张三", person(1), 1, "20")
                    .appendHere();
        });

        projection(1).catchUp();

        assertThat(texts("MATCH (p:Person) RETURN p.name")).isEmpty();
        assertThat(texts("MATCH (w:Withdrawn) RETURN w.matter")).containsExactly("holding/股权1");
    }

    @Test
    void people_of_one_name_are_two_without_a_number_and_one_with_the_same() {
        ledger.represents("法人1", "王伟", null, 1)
                .represents("法人2", "王伟", null, 2)
                .represents("法人3", "李娜", person(3), 3)
                .represents("法人4", "李娜", person(3), 4)
                .holds("股权1", "王伟", null, 1, "100")
                .append();

        projection(100).catchUp();

        assertThat(texts("""
                MATCH (p:Person)-[r]->(b) WITH p, count(DISTINCT b) AS businesses, count(r) AS relations
                RETURN p.name + ' ' + coalesce(p.weak, false) + ' ' + businesses + ' ' + relations""")).containsExactlyInAnyOrder("王伟 true 1 2", "王伟 true 1 1", "李娜 false 2 2");
    }

    @Test
    void a_person_bears_the_name_of_the_latest_relation_that_stands() {
        ledger.represents("法人1", "旧名", person(1), 1)
                .represents("法人2", "新名", person(1), 2)
                .append();
        projection(100).catchUp();
        assertThat(texts("MATCH (p:Person) RETURN p.name")).containsExactly("新名");

        ledger.state(RecordState.WITHDRAWN)
                .represents("法人2", "新名", person(1), 2)
                .append();
        projection(100).catchUp();

        assertThat(texts("MATCH (p:Person) RETURN p.name")).containsExactly("旧名");
    }

    @Test
    void a_projection_that_was_stopped_goes_on_where_it_stood() {
        RandomLedger.fill(ledger, new Random(1), 60);
        GraphProjection projection = projection(7);
        List<Long> heard = new ArrayList<>();

        assertThatThrownBy(() -> projection.catchUp((records, _) -> {
                    heard.add(records);
                    if (heard.size() == 3) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");
        Position stood = projection.position();
        int rest = projection(7).catchUp();

        assertThat(heard).containsExactly(7L, 14L, 21L);
        assertThat(stood).isGreaterThan(Position.START).isLessThan(projection.position());
        assertThat(rest).isEqualTo(total() - 21);
        assertThat(projection.catchUp()).isZero();
    }

    @Test
    void the_graph_does_not_depend_on_how_the_records_were_cut_into_batches() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int day = 0; day < 5; day++) {
            RandomLedger.fill(ledger, random, 60);
            projection(13).catchUp();
        }
        GraphDigest grown = GraphDigest.of(driver);
        assertThat(grown.relations()).isPositive();

        for (int size : new int[] {1, 10_000}) {
            assertThat(projection(size).rebuild(Progress.NONE)).isEqualTo(total());
            assertThat(GraphDigest.of(driver))
                    .as("batches of %d, seed %d", size, seed)
                    .isEqualTo(grown);
        }
    }

    @Test
    void a_rebuild_removes_what_the_ledger_does_not_say() {
        ledger.business(1, "甲公司").holds("股权1", 2, 1, "10").append();
        projection(100).catchUp();
        GraphDigest before = GraphDigest.of(driver);
        run("MATCH (b:Business {code: '" + code(1) + "'}) SET b.name = '改名' CREATE (b)-[:HOLDS {matter: 'x'}]->(b)");
        assertThat(GraphDigest.of(driver)).isNotEqualTo(before);

        projection(100).rebuild(Progress.NONE);

        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }

    @Test
    void a_second_projector_waits_for_the_first() {
        ledger.business(1, "甲公司").append();
        CompletableFuture<Integer> second;
        try (ProjectorLock _ = ProjectorLock.take(ledger.dataSource())) {
            second = CompletableFuture.supplyAsync(() -> projection(100).catchUp());
            JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
            while (jdbc.sql("""
                            select count(*) from pg_locks
                            where locktype = 'advisory' and not granted
                                and database = (select oid from pg_database where datname = current_database())""").query(Long.class).single() == 0) {
                assertThat(second).isNotDone();
            }
            assertThat(projection(100).position()).isEqualTo(Position.START);
        }
        assertThat(second.join()).isEqualTo(1);
    }

    @Test
    void a_graph_of_a_later_version_is_refused() {
        projection(100).catchUp();
        run("CREATE (:GraphMigration {number: 999, statement: 'RETURN 1'})");

        assertThatThrownBy(() -> projection(100).catchUp())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("later version");
    }

    private GraphProjection projection(int batchSize) {
        return new GraphProjection(driver, ledger.dataSource(), KEYS, batchSize);
    }

    private int total() {
        return JdbcClient.create(ledger.dataSource())
                .sql("select count(*) from ledger.record")
                .query(Integer.class)
                .single();
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
