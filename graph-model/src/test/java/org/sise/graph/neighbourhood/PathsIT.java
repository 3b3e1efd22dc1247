package org.sise.graph.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.graph.neighbourhood.GraphFixture.TODAY;
import static org.sise.graph.neighbourhood.GraphFixture.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;

class PathsIT {

    private static Driver driver;

    private GraphFixture graph;

    @BeforeAll
    static void connect() {
        TestEngines.neo4j().wipe();
        driver = TestEngines.neo4j().driver();
    }

    @AfterAll
    static void disconnect() {
        driver.close();
    }

    @BeforeEach
    void emptyGraph() {
        graph = GraphFixture.empty(driver);
    }

    @Test
    void the_shortest_way_comes_first_with_every_relation_of_each_link() {
        graph.businesses(1, 5)
                .person("p1", "张三")
                .holds("p1", 1, 30)
                .relate("p1", EdgeKind.LEGAL_REPRESENTATIVE, 1)
                .relate("p1", EdgeKind.OFFICER, 2, Map.of("position", "监事"))
                .holds(2, 3, 51)
                .holds(1, 4, 20)
                .relate(4, EdgeKind.SUPPLIES, 5)
                .relate(5, EdgeKind.BRANCH_OF, 3)
                .write();

        Connection found = between(1, 3, 4, 5);

        assertThat(found.routes()).extracting(Route::steps).containsExactly(2, 3);
        assertThat(found.routes())
                .extracting(Route::parties)
                .containsExactly(
                        List.of(code(1), "person-1", code(2), code(3)), List.of(code(1), code(4), code(5), code(3)));
        List<List<Edge>> links = found.routes().getFirst().links();
        assertThat(links.get(0)).extracting(Edge::kind).containsExactly(EdgeKind.LEGAL_REPRESENTATIVE, EdgeKind.HOLDS);
        assertThat(links.get(1)).extracting(Edge::detail).containsExactly("监事");
        assertThat(links.get(2))
                .singleElement()
                .returns(51.0, Edge::share)
                .returns(code(2), Edge::from)
                .returns(code(3), Edge::to)
                .returns(TestLedger.FOUNDED, Edge::since);
        assertThat(found.parties()).extracting(Party::id).contains("person-1", code(5));
        assertThat(found.complete()).isTrue();
        assertThat(between(1, 3, 4, 1).routes()).hasSize(1);
        assertThat(between(3, 1, 4, 5).routes()).extracting(Route::steps).containsExactly(2, 3);
    }

    @Test
    void none_within_the_steps_is_an_answer() {
        graph.businesses(1, 6)
                .holds(1, 2, 60)
                .holds(2, 3, 60)
                .holds(3, 4, 60)
                .holds(4, 5, 60)
                .write();

        assertThat(between(1, 5, 3, 5)).returns(List.of(), Connection::routes).returns(true, Connection::complete);
        assertThat(between(1, 5, 4, 5).routes()).extracting(Route::steps).containsExactly(4);
        assertThat(between(1, 6, 6, 5).routes()).isEmpty();
    }

    @Test
    void no_way_leads_through_whoever_is_guarded_or_known_by_name_only() {
        graph.businesses(1, 8)
                .address("某园区某座某室")
                .weakPerson("w1", "王伟")
                .relate("w1", EdgeKind.OFFICER, 1)
                .relate("w1", EdgeKind.OFFICER, 2);
        for (int n = 1; n <= 6; n++) {
            graph.relate("某园区某座某室", EdgeKind.ADDRESS_OF, n);
        }
        graph.write();

        assertThat(between(1, 2, 4, 5).routes()).isEmpty();
        assertThat(new Paths(driver, Guards.of(6))
                        .between(TestLedger.code(1), TestLedger.code(2), TODAY, 4, 5)
                        .orElseThrow()
                        .routes())
                .hasSize(1);
    }

    @Test
    void a_guarded_business_may_stand_at_the_end_of_a_way() {
        graph.businesses(1, 20);
        for (int n = 2; n <= 19; n++) {
            graph.relate(1, EdgeKind.SUPPLIES, n);
        }
        graph.holds(20, 19, 60).write();

        assertThat(between(1, 20, 4, 5).routes()).extracting(Route::steps).containsExactly(2);
        assertThat(between(20, 1, 4, 5).routes()).hasSize(1);
        assertThat(between(2, 20, 4, 5).routes()).isEmpty();
    }

    @Test
    void a_way_holds_only_on_days_on_which_each_of_its_relations_does() {
        LocalDate last = LocalDate.of(2023, 5, 31);
        graph.businesses(1, 3)
                .holds(1, 2, 60)
                .lasting(TestLedger.FOUNDED, last)
                .holds(2, 3, 60)
                .write();

        Paths paths = new Paths(driver, Guards.of(5));
        assertThat(paths.between(TestLedger.code(1), TestLedger.code(3), last, 4, 5)
                        .orElseThrow()
                        .routes())
                .hasSize(1);
        assertThat(paths.between(TestLedger.code(1), TestLedger.code(3), last.plusDays(1), 4, 5)
                        .orElseThrow()
                        .routes())
                .isEmpty();
    }

    @Test
    void control_that_was_worked_out_is_no_way() {
        graph.businesses(1, 2).controls(code(1), 2, 60).write();

        assertThat(between(1, 2, 4, 5).routes()).isEmpty();
    }

    @Test
    void an_unknown_business_has_no_answer_and_one_business_is_no_question() {
        graph.businesses(1, 1).write();
        Paths paths = new Paths(driver, Guards.of(5));

        assertThat(paths.between(TestLedger.code(1), TestLedger.code(2), TODAY, 4, 5))
                .isEmpty();
        assertThatThrownBy(() -> paths.between(TestLedger.code(1), TestLedger.code(1), TODAY, 4, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void on_random_graphs_the_shortest_way_is_as_long_as_neo4j_says() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int businesses = 60;
        graph.businesses(1, businesses);
        for (int i = 0; i < 70; i++) {
            graph.holds(1 + random.nextInt(businesses), 1 + random.nextInt(businesses), 10);
        }
        graph.write();
        int connected = 0;
        for (int i = 0; i < 40; i++) {
            int from = 1 + random.nextInt(businesses);
            int to = 1 + (from + random.nextInt(businesses - 1)) % businesses;
            List<Route> routes = new Paths(driver, Guards.of(1000))
                    .between(TestLedger.code(from), TestLedger.code(to), TODAY, 6, 3)
                    .orElseThrow()
                    .routes();
            int expected = shortest(from, to);
            connected += expected > 0 ? 1 : 0;
            assertThat(routes.isEmpty() ? 0 : routes.getFirst().steps())
                    .as("seed %d, from %d to %d", seed, from, to)
                    .isEqualTo(expected);
        }
        assertThat(connected).as("seed %d", seed).isPositive();
    }

    private static int shortest(int from, int to) {
        try (Session session = driver.session()) {
            return session.run("""
                            MATCH p = shortestPath((a:Business {code: $from})-[:HOLDS*..6]-(b:Business {code: $to}))
                            RETURN length(p) AS steps""", Map.of("from", code(from), "to", code(to))).stream()
                    .map(row -> row.get("steps").asInt())
                    .findFirst()
                    .orElse(0);
        }
    }

    private static Connection between(int from, int to, int steps, int most) {
        return new Paths(driver, Guards.of(5))
                .between(TestLedger.code(from), TestLedger.code(to), TODAY, steps, most)
                .orElseThrow();
    }
}
