package org.sise.graph.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sise.graph.neighbourhood.GraphFixture.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;

class GroupsIT {

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
    void a_business_finds_its_controller_and_whom_else_they_control() {
        graph.businesses(1, 4)
                .person("p1", "张三")
                .controls("p1", 1, 90, 11L)
                .controls("p1", 2, 54, 11L, 12L)
                .controls(code(4), 3, 80, 13L)
                .write();

        Group group = group(2, null, 50);

        assertThat(group.controllers()).extracting(Party::id, Party::name).containsExactly(tuple("person-1", "张三"));
        assertThat(group.members()).extracting(Party::id).containsExactly(code(1), code(2));
        assertThat(group.edges())
                .extracting(Edge::from, Edge::to, Edge::share, Edge::detail, Edge::records)
                .containsExactly(
                        tuple("person-1", code(1), 90.0, "share", List.of(11L)),
                        tuple("person-1", code(2), 54.0, "share", List.of(11L, 12L)));
        assertThat(group).returns(2L, Group::total).returns(null, Group::next);
        assertThat(group.toString()).doesNotContain("p1");
    }

    @Test
    void a_business_that_nobody_controls_heads_its_own_group() {
        graph.businesses(1, 3).controls(code(1), 2, 60).controls(code(1), 3, 70).write();

        Group group = group(1, null, 50);

        assertThat(group.controllers()).extracting(Party::id).containsExactly(code(1));
        assertThat(group.members()).extracting(Party::id).containsExactly(code(2), code(3));
        assertThat(group.total()).isEqualTo(2);
    }

    @Test
    void a_business_without_a_controller_has_an_empty_group() {
        graph.businesses(1, 1).write();

        assertThat(group(1, null, 50)).returns(List.of(), Group::controllers).returns(0L, Group::total);
        assertThat(new Groups(driver, Guards.of(5)).of(TestLedger.code(9), null, 50))
                .isEmpty();
    }

    @Test
    void a_long_group_comes_in_parts_and_holds_everybody_once() {
        graph.businesses(1, 25).person("p1", "张三").person("p2", "李四");
        for (int n = 1; n <= 25; n++) {
            graph.controls("p1", n, 60).controls("p2", n, 20);
        }
        graph.write();

        List<String> members = new ArrayList<>();
        String after = null;
        do {
            Group part = group(1, after, 10);
            part.members().forEach(member -> members.add(member.id()));
            assertThat(part.controllers()).extracting(Party::name).containsExactly("张三", "李四");
            assertThat(part.edges()).hasSize(2 * part.members().size());
            after = part.next();
        } while (after != null);

        assertThat(members).hasSize(25).doesNotHaveDuplicates();
    }

    private static Group group(int business, @Nullable String after, int most) {
        return new Groups(driver, Guards.of(5))
                .of(TestLedger.code(business), after, most)
                .orElseThrow();
    }
}
