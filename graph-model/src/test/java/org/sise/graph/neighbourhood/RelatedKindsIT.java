package org.sise.graph.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sise.graph.neighbourhood.GraphFixture.TODAY;
import static org.sise.graph.neighbourhood.GraphFixture.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;
import org.sise.graph.control.ControlRulesReader;
import org.sise.graph.exposure.ExposureRulesReader;

/** The neighbourhood along every kind of relation. */
class RelatedKindsIT {

    private static final Guards GUARDS = Guards.of(ExposureRulesReader.builtIn(), ControlRulesReader.builtIn());

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
    void every_kind_of_relation_leads_to_businesses_and_says_how() {
        graph.businesses(1, 12)
                .person("p1", "张三")
                .address("沈抚示范区金枫街1号")
                .phone("f00d")
                .relate("p1", EdgeKind.OFFICER, 1, Map.of("position", "监事"))
                .relate("p1", EdgeKind.OFFICER, 2, Map.of("position", "经理"))
                .relate(3, EdgeKind.BRANCH_OF, 1)
                .relate(1, EdgeKind.BRANCH_OF, 4)
                .relate("沈抚示范区金枫街1号", EdgeKind.ADDRESS_OF, 1)
                .relate("沈抚示范区金枫街1号", EdgeKind.ADDRESS_OF, 5)
                .relate("f00d", EdgeKind.PHONE_OF, 1)
                .relate("f00d", EdgeKind.PHONE_OF, 6)
                .relate(code(7), EdgeKind.SUPPLIES, 1, Map.of("goods", "钢材"))
                .relate(1, EdgeKind.SUPPLIES, 8)
                .relate(code(9), EdgeKind.CONCERT, 1, Map.of("agreement", "一致行动协议"))
                .relate(1, EdgeKind.CONCERT, 10)
                .relate(1, EdgeKind.OFFICER, 11)
                .write();

        Neighbourhood found = around(1, new Limits(1, 50));

        assertThat(found.nodes())
                .extracting(Node::id, Node::tie)
                .containsExactlyInAnyOrder(
                        tuple(code(1), Tie.CENTRE),
                        tuple("person-1", Tie.OFFICER),
                        tuple(code(2), Tie.OFFICE),
                        tuple(code(3), Tie.BRANCH),
                        tuple(code(4), Tie.PARENT),
                        tuple("address-1", Tie.ADDRESS),
                        tuple(code(5), Tie.AT_ADDRESS),
                        tuple("phone-1", Tie.PHONE),
                        tuple(code(6), Tie.WITH_PHONE),
                        tuple(code(7), Tie.SUPPLIER),
                        tuple(code(8), Tie.CUSTOMER),
                        tuple(code(9), Tie.CONCERT_MEMBER),
                        tuple(code(10), Tie.CONCERT_IN),
                        tuple(code(11), Tie.OFFICE));
        assertThat(found.edges())
                .extracting(Edge::from, Edge::kind, Edge::detail)
                .contains(
                        tuple("person-1", EdgeKind.OFFICER, "监事"),
                        tuple(code(7), EdgeKind.SUPPLIES, "钢材"),
                        tuple(code(9), EdgeKind.CONCERT, "一致行动协议"));
        assertThat(found.edges()).hasSize(13).allMatch(edge -> edge.records().size() == 1);
        assertThat(found.toString()).doesNotContain("f00d", "p1");
        assertThat(node(found, "phone-1").party().name()).isNull();
    }

    @Test
    void control_is_shown_among_those_found_and_not_followed() {
        graph.businesses(1, 3)
                .person("p1", "张三")
                .holds("p1", 1, 60)
                .controls("p1", 1, 60, 1001L)
                .controls("p1", 2, 36, 1001L, 1002L)
                .controls(code(3), 1, 55)
                .write();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes()).extracting(Node::id).containsExactly(code(1), "person-1");
        assertThat(found.edges())
                .extracting(Edge::kind, Edge::share, Edge::detail, Edge::records)
                .containsExactlyInAnyOrder(
                        tuple(EdgeKind.HOLDS, 60.0, null, List.of(1001L)),
                        tuple(EdgeKind.CONTROLS, 60.0, "share", List.of(1001L)));
        assertThat(found.recordedOnly().edges()).extracting(Edge::kind).containsExactly(EdgeKind.HOLDS);
    }

    @Test
    void two_people_of_one_name_are_two_and_known_by_name_only() {
        graph.businesses(1, 3)
                .weakPerson("w1", "王伟")
                .weakPerson("w2", "王伟")
                .relate("w1", EdgeKind.LEGAL_REPRESENTATIVE, 1)
                .holds(1, 2, 60)
                .relate("w2", EdgeKind.OFFICER, 2)
                .write();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes())
                .filteredOn(node -> node.party().kind() == NodeKind.PERSON)
                .extracting(
                        Node::id,
                        node -> node.party().name(),
                        node -> node.party().weak())
                .containsExactly(tuple("person-1", "王伟", true), tuple("person-2", "王伟", true));
    }

    @Test
    void an_address_of_more_businesses_than_the_rules_allow_is_not_followed() {
        int allowed = GUARDS.most().get(NodeKind.ADDRESS);
        graph.businesses(1, allowed + 1).address("某园区某座某室");
        for (int n = 1; n <= allowed + 1; n++) {
            graph.relate("某园区某座某室", EdgeKind.ADDRESS_OF, n);
        }
        graph.write();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes()).hasSize(2);
        assertThat(node(found, "address-1"))
                .returns(false, Node::expanded)
                .returns(true, n -> n.party().guarded())
                .returns(allowed + 1L, n -> n.party().relations());
    }

    @Test
    void several_relations_to_few_businesses_are_no_reason_to_hold_back() {
        int allowed = GUARDS.most().get(NodeKind.PERSON);
        graph.businesses(1, 2).person("p1", "张三");
        for (int n = 0; n <= allowed; n++) {
            graph.relate("p1", EdgeKind.OFFICER, 1);
        }
        graph.relate("p1", EdgeKind.LEGAL_REPRESENTATIVE, 2).write();

        assertThat(node(around(1, Limits.STANDARD), "person-1").expanded()).isTrue();
    }

    @Test
    void a_nominee_of_the_list_is_not_followed_however_few_it_holds() {
        String nominee = "香港中央结算有限公司";
        graph.businesses(1, 2)
                .body(nominee)
                .holds(nominee, 1, 3)
                .holds(nominee, 2, 4)
                .write();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes()).hasSize(2);
        assertThat(node(found, "body-1").party().guarded()).isTrue();
    }

    @Test
    void a_business_with_very_many_customers_is_cut_and_still_answers() {
        graph.businesses(1, 3_000);
        for (int n = 2; n <= 3_000; n++) {
            graph.relate(1, EdgeKind.SUPPLIES, n);
        }
        graph.holds(2, 1, 80).write();

        Neighbourhood found = around(1, new Limits(2, 20));

        assertThat(found.cut()).isTrue();
        assertThat(found.nodes()).hasSize(20);
        assertThat(node(found, code(2)).tie()).isEqualTo(Tie.HOLDER);
        assertThat(node(around(2, Limits.STANDARD), code(1)).party().guarded()).isTrue();
    }

    @Test
    void the_oldest_day_is_that_of_a_relation_of_any_day() {
        LocalDate first = LocalDate.of(2011, 3, 4);
        graph.businesses(1, 3)
                .holds(1, 2, 60)
                .lasting(first, LocalDate.of(2015, 1, 1))
                .relate(1, EdgeKind.SUPPLIES, 3)
                .write();

        Neighbourhood found = around(1, Limits.STANDARD);

        assertThat(found.nodes()).hasSize(2);
        assertThat(found.oldest()).isEqualTo(first);
    }

    private Neighbourhood around(int business, Limits limits) {
        return new Neighbourhoods(driver, GUARDS)
                .of(TestLedger.code(business), TODAY, limits)
                .orElseThrow();
    }

    private static Node node(Neighbourhood found, String id) {
        return found.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
