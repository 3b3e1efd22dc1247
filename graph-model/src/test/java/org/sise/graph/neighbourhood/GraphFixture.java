package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.graph.TestLedger;

/** A graph in Neo4j written as the projection writes it, and short words for who is related to whom. */
final class GraphFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Driver driver;
    private final List<Map<String, Object>> nodes = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> relations = new ArrayList<>();
    private LocalDate from = TestLedger.FOUNDED;
    private @Nullable LocalDate until;
    private long record = 1000;

    private GraphFixture(Driver driver) {
        this.driver = driver;
    }

    /** An empty graph that keeps its constraints, so that Neo4j need not plan every statement again. */
    static GraphFixture empty(Driver driver) {
        try (Session session = driver.session()) {
            session.run("MATCH (n) DETACH DELETE n").consume();
        }
        return new GraphFixture(driver);
    }

    /** The credit code of the n-th business. */
    static String code(int n) {
        return TestLedger.code(n).value();
    }

    GraphFixture businesses(int first, int last) {
        for (int n = first; n <= last; n++) {
            nodes.add(Map.of("label", "Business", "id", code(n), "name", "企业" + n));
        }
        return this;
    }

    GraphFixture person(String key, String name) {
        nodes.add(Map.of("label", "Person", "id", key, "name", name));
        return this;
    }

    GraphFixture weakPerson(String key, String name) {
        nodes.add(Map.of("label", "Person", "id", key, "name", name, "weak", true));
        return this;
    }

    GraphFixture body(String name) {
        nodes.add(Map.of("label", "Body", "id", name, "name", name));
        return this;
    }

    GraphFixture address(String words) {
        nodes.add(Map.of("label", "Address", "id", words, "name", words));
        return this;
    }

    GraphFixture phone(String key) {
        nodes.add(Map.of("label", "Phone", "id", key));
        return this;
    }

    /** Until the next call, relations last from one day to another. */
    GraphFixture lasting(LocalDate first, @Nullable LocalDate last) {
        this.from = first;
        this.until = last;
        return this;
    }

    GraphFixture relate(String one, EdgeKind kind, int business) {
        return relate(one, kind, business, Map.of());
    }

    GraphFixture relate(int one, EdgeKind kind, int business) {
        return relate(code(one), kind, business, Map.of());
    }

    GraphFixture holds(String one, int business, double percent) {
        return relate(one, EdgeKind.HOLDS, business, Map.of("share", percent));
    }

    GraphFixture holds(int one, int business, double percent) {
        return holds(code(one), business, percent);
    }

    GraphFixture controls(String one, int business, double percent, Long... records) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("one", one);
        row.put("kind", EdgeKind.CONTROLS.name());
        row.put("other", code(business));
        row.put("facts", Map.of("percent", percent, "basis", "share", "records", List.of(records)));
        relations.add(row);
        return this;
    }

    GraphFixture relate(String one, EdgeKind kind, int business, Map<String, ?> facts) {
        Map<String, @Nullable Object> all = new HashMap<>(facts);
        all.put("record", ++record);
        all.put("matter", "test/" + record);
        all.put("from", from);
        all.put("until", until);
        all.put("state", "effective");
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("one", one);
        row.put("kind", kind.name());
        row.put("other", code(business));
        row.put("facts", all);
        relations.add(row);
        return this;
    }

    /** Writes what was said into the empty graph. */
    void write() {
        try (Session session = driver.session()) {
            for (String label : List.of("Business", "Person", "Body", "Address", "Phone")) {
                session.run("CREATE CONSTRAINT IF NOT EXISTS FOR (n:%s) REQUIRE n.%s IS UNIQUE"
                                .formatted(label, identity(label)))
                        .consume();
                session.run(
                                """
                                UNWIND $rows AS row
                                CREATE (n:%1$s:Fixture {%2$s: row.id, fixture: row.id, name: row.name, weak: row.weak, record: 1})
                                """.formatted(label, identity(label)),
                                Map.of(
                                        "rows",
                                        nodes.stream()
                                                .filter(node -> label.equals(node.get("label")))
                                                .toList()))
                        .consume();
            }
            for (EdgeKind kind : EdgeKind.values()) {
                session.run(
                                """
                                UNWIND $rows AS row
                                MATCH (a:Fixture {fixture: row.one}) MATCH (b:Business {code: row.other})
                                CREATE (a)-[r:%s]->(b) SET r = row.facts
                                """.formatted(kind),
                                Map.of(
                                        "rows",
                                        relations.stream()
                                                .filter(row -> kind.name().equals(row.get("kind")))
                                                .toList()))
                        .consume();
            }
            session.run("MATCH (n:Fixture) REMOVE n:Fixture REMOVE n.fixture").consume();
        }
    }

    private static String identity(String label) {
        return label.equals("Business") ? "code" : "key";
    }
}
