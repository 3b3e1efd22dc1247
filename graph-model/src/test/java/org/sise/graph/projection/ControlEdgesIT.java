package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.code;
import static org.sise.graph.TestLedger.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;
import org.sise.graph.control.ConcertParty;
import org.sise.graph.control.Control;
import org.sise.graph.control.ControlRulesReader;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.Relation;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

class ControlEdgesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String EDGES = """
            MATCH (c)-[r:CONTROLS]->(b) RETURN coalesce(c.name, c.code) + ' ' + b.name + ' ' + r.percent + ' ' + r.basis + ' '
                + reduce(text = '', n IN r.records | text + n + ',') + ' ' + toString(r.asOf) + coalesce(' ' + r.concert, '')
            ORDER BY b.code""";

    private static Driver driver;

    private final TestLedger ledger = new TestLedger();
    private final Parties parties = new Parties();
    private final Relations relations = new Relations(parties);

    @BeforeAll
    static void connect() {
        driver = TestEngines.neo4j().driver();
    }

    @AfterAll
    static void disconnect() {
        driver.close();
    }

    @BeforeEach
    void fill() {
        TestEngines.neo4j().empty();
        ledger.business(1, "甲公司")
                .business(2, "乙公司")
                .business(3, "丙公司")
                .business(4, "丁公司")
                .holds("股权1", "张三", person(1), 1, "80")
                .holds("股权2", 1, 2, "60")
                .bodyHolds("股权3", "某 基金", 3, "100")
                .holds("股权4", "李四", null, 4, "30")
                .holds("股权5", "王五", person(5), 4, "30")
                .append();
        projection().catchUp();
    }

    @Test
    void whoever_controls_is_related_to_what_it_controls_with_percent_basis_and_records() {
        GraphDigest before = GraphDigest.of(driver);
        chain();
        holds(number(PartyKind.BODY, PartyIds.body("某 基金")), 3, "100", 103);
        int weak = number(PartyKind.NAMED_PERSON, new PartyIds(KEYS).person(null, "李四", code(4).value()));
        int strong = number(PartyKind.PERSON, person(5).hex());
        holds(weak, 4, "30", 104);
        holds(strong, 4, "30", 105);

        ControlEdges.Outcome outcome =
                edges().replace(parties, control(new ConcertParty("李王协议", Set.of(weak, strong))), DAY);

        assertThat(outcome).isEqualTo(new ControlEdges.Outcome(0, 4, 0, 0));
        assertThat(texts(EDGES))
                .containsExactly(
                        "张三 甲公司 80.0 share 101, 2026-11-22",
                        "张三 乙公司 48.0 votes 101,102, 2026-11-22",
                        "某 基金 丙公司 100.0 share 103, 2026-11-22",
                        "李四 丁公司 60.0 share 104,105, 2026-11-22 李王协议");
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
        assertThat(new GraphCheck(driver, ledger.dataSource(), KEYS).check(9).first())
                .isEmpty();
    }

    @Test
    void what_did_not_change_is_left_alone_and_what_nobody_says_any_more_goes() {
        chain();
        edges().replace(parties, control(), DAY);
        List<String> first = texts("MATCH ()-[r:CONTROLS]->() RETURN elementId(r) ORDER BY elementId(r)");
        assertThat(edges().replace(parties, control(), DAY.plusDays(1)))
                .isEqualTo(new ControlEdges.Outcome(2, 0, 0, 0));
        assertThat(texts("MATCH ()-[r:CONTROLS]->() RETURN elementId(r) ORDER BY elementId(r)"))
                .isEqualTo(first);
        assertThat(texts(EDGES)).allMatch(edge -> edge.endsWith("2026-11-22"));
        assertThat(edges().asOf()).contains(DAY.plusDays(1));

        Parties fewer = new Parties();
        int holder = fewer.number(PartyKind.BUSINESS, code(1).value());
        int held = fewer.number(PartyKind.BUSINESS, code(2).value());
        Relations left = new Relations(fewer).add(Relation.holding(holder, held, Share.WHOLE, 7));
        ControlEdges.Outcome outcome = edges().replace(
                        fewer,
                        Control.of(left.on(DAY, Control.KINDS), ControlRulesReader.builtIn(), List.of()),
                        DAY.plusDays(2));

        assertThat(outcome).isEqualTo(new ControlEdges.Outcome(0, 1, 2, 0));
        assertThat(texts(EDGES)).containsExactly("甲公司 乙公司 100.0 share 7, 2026-11-24");
    }

    @Test
    void a_second_edge_of_one_business_goes_and_an_altered_one_is_written_again() {
        chain();
        edges().replace(parties, control(), DAY);
        run("MATCH (b:Business {name: '丁公司'}), (a:Business {name: '甲公司'}) CREATE (b)-[:CONTROLS {percent: 1.0}]->(a)");
        run("MATCH ()-[r:CONTROLS]->(:Business {name: '乙公司'}) SET r.percent = 1");

        assertThat(edges().replace(parties, control(), DAY)).isEqualTo(new ControlEdges.Outcome(1, 1, 2, 0));
        assertThat(texts(EDGES)).hasSize(2).allMatch(edge -> edge.startsWith("张三"));
    }

    @Test
    void whom_the_graph_does_not_know_yet_is_counted_and_related_the_next_time() {
        chain();
        holds(number(PartyKind.PERSON, person(9).hex()), 3, "70", 103);
        assertThat(edges().replace(parties, control(), DAY)).isEqualTo(new ControlEdges.Outcome(0, 2, 0, 1));

        ledger.holds("股权9", "赵六", person(9), 3, "70").append();
        projection().catchUp();

        assertThat(edges().replace(parties, control(), DAY)).isEqualTo(new ControlEdges.Outcome(2, 1, 0, 0));
        assertThat(texts(EDGES)).contains("赵六 丙公司 70.0 share 103, 2026-11-22");
    }

    @Test
    void a_rebuilt_graph_has_none_until_they_are_worked_out_again() {
        chain();
        edges().replace(parties, control(), DAY);
        projection().rebuild(Progress.NONE);
        assertThat(texts(EDGES)).isEmpty();
        assertThat(edges().asOf()).isEmpty();

        edges().replace(parties, Stream.empty(), DAY);

        assertThat(edges().asOf()).contains(DAY);
    }

    private void chain() {
        holds(number(PartyKind.PERSON, person(1).hex()), 1, "80", 101);
        holds(number(PartyKind.BUSINESS, code(1).value()), 2, "60", 102);
    }

    private void holds(int holder, int held, String percent, long record) {
        relations.add(Relation.holding(
                holder,
                number(PartyKind.BUSINESS, code(held).value()),
                Share.ofPercent(new BigDecimal(percent)),
                record));
    }

    private int number(PartyKind kind, String id) {
        return parties.number(kind, id);
    }

    private Control control(ConcertParty... concerts) {
        return Control.of(relations.on(DAY, Control.KINDS), ControlRulesReader.builtIn(), List.of(concerts));
    }

    private ControlEdges edges() {
        return new ControlEdges(driver, ledger.dataSource());
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
