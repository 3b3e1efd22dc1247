package org.sise.graph.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.code;
import static org.sise.graph.TestLedger.person;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;
import org.sise.graph.projection.GraphProjection;

class NeighbourhoodsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

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
    void an_unknown_business_has_no_neighbourhood() {
        project();

        assertThat(new Neighbourhoods(driver, Guards.of(50)).of(code(99), TODAY, Limits.STANDARD))
                .isEmpty();
    }

    @Test
    void businesses_are_found_by_shared_people_and_by_holdings_up_and_down() {
        for (int i = 1; i <= 5; i++) {
            ledger.business(i, "企业" + i);
        }
        ledger.represents("法人1", "张三", person(1), 1)
                .represents("法人2", "张三", person(1), 2)
                .holds("股权3", 1, 3, "60")
                .holds("股权4", 3, 4, "40")
                .holds("股权5", 5, 1, "25")
                .append();
        project();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.cut()).isFalse();
        assertThat(found.nodes())
                .extracting(Node::id, Node::tie, Node::depth)
                .containsExactlyInAnyOrder(
                        tuple(code(1).value(), Tie.CENTRE, 0),
                        tuple("person-1", Tie.REPRESENTATIVE, 1),
                        tuple(code(2).value(), Tie.REPRESENTED, 1),
                        tuple(code(3).value(), Tie.HELD, 1),
                        tuple(code(5).value(), Tie.HOLDER, 1),
                        tuple(code(4).value(), Tie.HELD, 2));
        assertThat(found.edges()).hasSize(5);
        Node furthest = node(found, code(4).value());
        assertThat(furthest.path())
                .containsExactly(
                        edge(found, code(1).value(), code(3).value()).records().getFirst(),
                        edge(found, code(3).value(), code(4).value()).records().getFirst());
        assertThat(edge(found, code(3).value(), code(4).value()).share()).isEqualTo(40.0);
        assertThat(around(1, new Limits(1, 50)).nodes()).hasSize(5);
    }

    @Test
    void people_are_shown_by_name_only() {
        ledger.business(1, "甲公司").represents("法人1", "张三", person(1), 1).append();
        project();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(node(found, "person-1").party().name()).isEqualTo("张三");
        assertThat(found.toString()).doesNotContain(person(1).hex());
    }

    @Test
    void a_name_without_a_number_leads_nowhere_else() {
        ledger.represents("法人1", "王伟", null, 1).represents("法人2", "王伟", null, 2).append();
        project();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes()).extracting(Node::id).containsExactly(code(1).value(), "person-1");
        assertThat(node(found, "person-1").party().weak()).isTrue();
    }

    @Test
    void a_nominee_of_many_businesses_is_shown_and_not_followed() {
        for (int i = 1; i <= 6; i++) {
            ledger.bodyHolds("股权" + i, "香港中央结算有限公司", i, "3");
        }
        ledger.append();
        project();

        Neighbourhood guarded = new Neighbourhoods(driver, Guards.of(5))
                .of(code(1), TODAY, Limits.STANDARD)
                .orElseThrow();
        Neighbourhood followed = new Neighbourhoods(driver, Guards.of(6))
                .of(code(1), TODAY, Limits.STANDARD)
                .orElseThrow();

        assertThat(guarded.nodes()).hasSize(2);
        assertThat(node(guarded, "body-1"))
                .returns(false, Node::expanded)
                .returns(true, node -> node.party().guarded())
                .returns(6L, node -> node.party().relations());
        assertThat(followed.nodes()).hasSize(7);
        assertThat(node(followed, "body-1").expanded()).isTrue();
    }

    @Test
    void more_than_the_limit_is_cut_and_said_so() {
        for (int i = 2; i <= 30; i++) {
            ledger.holds("股权" + i, 1, i, Integer.toString(i));
        }
        ledger.append();
        project();

        Neighbourhood found = around(1, new Limits(2, 10));

        assertThat(found.cut()).isTrue();
        assertThat(found.nodes()).hasSize(10);
        assertThat(found.edges()).extracting(Edge::share).contains(30.0).doesNotContain(2.0);
    }

    @Test
    void relations_count_only_in_their_time() {
        ledger.until(LocalDate.of(2022, 6, 30)).holds("股权1", 1, 2, "60").append();
        project();

        assertThat(around(1, Limits.STANDARD).nodes()).hasSize(1);
        assertThat(around(1, LocalDate.of(2022, 6, 30)).nodes()).hasSize(2);
        assertThat(around(1, LocalDate.of(2022, 7, 1)).nodes()).hasSize(1);
        assertThat(around(1, TestLedger.FOUNDED.minusDays(1)).nodes()).hasSize(1);
    }

    @Test
    void cross_holdings_and_a_business_that_holds_itself_end() {
        ledger.holds("股权1", 1, 2, "10")
                .holds("股权2", 2, 1, "10")
                .holds("股权3", 1, 1, "5")
                .append();
        project();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes()).hasSize(2);
        assertThat(found.edges()).hasSize(3);
    }

    private void project() {
        new GraphProjection(driver, ledger.dataSource(), KEYS).catchUp();
    }

    private Neighbourhood around(int business, Limits limits) {
        return new Neighbourhoods(driver, Guards.of(50))
                .of(code(business), TODAY, limits)
                .orElseThrow();
    }

    private Neighbourhood around(int business, LocalDate day) {
        return new Neighbourhoods(driver, Guards.of(50))
                .of(code(business), day, Limits.STANDARD)
                .orElseThrow();
    }

    private static Node node(Neighbourhood found, String id) {
        return found.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Edge edge(Neighbourhood found, String from, String to) {
        return found.edges().stream()
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .findFirst()
                .orElseThrow();
    }
}
