package org.sise.graph.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.graph.TestLedger.KEYS;
import static org.sise.graph.TestLedger.person;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.sise.engines.host.Folders;
import org.sise.engines.neo4j.Neo4jEngine;
import org.sise.engines.neo4j.Neo4jSettings;
import org.sise.graph.GraphSettings;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.TestLedger;
import org.sise.ledger.record.Position;

class GraphRecoveryIT {

    private static final int RECORDS = 300;
    private static final int BATCH = 40;

    @TempDir
    Path folder;

    private final TestLedger ledger = new TestLedger();

    @Test
    void the_graph_survives_a_killed_neo4j_and_a_deleted_folder() throws IOException {
        for (int i = 0; i < RECORDS / 3; i++) {
            ledger.business(i, "企业" + i)
                    .holds("股权" + i, i, (i * 7 + 1) % 120, "60")
                    .represents("法人" + i, "姓名" + i, i % 2 == 0 ? person(i / 4) : null, i);
        }
        ledger.append();
        Position stood = killedBetweenBatches();
        assertThat(stood).isGreaterThan(Position.START);

        GraphDigest resumed;
        try (Neo4jEngine neo4j = start();
                Driver driver = driver(neo4j)) {
            assertThat(projection(driver).position()).isEqualTo(stood);
            assertThat(projection(driver).catchUp()).isEqualTo(RECORDS - 2 * BATCH);
            resumed = GraphDigest.of(driver);
        }
        assertThat(resumed.counts()).containsEntry("HOLDS", 100L).containsEntry("LEGAL_REPRESENTATIVE", 100L);

        Folders.delete(folder.resolve("neo4j"));
        try (Neo4jEngine neo4j = start();
                Driver driver = driver(neo4j)) {
            assertThat(projection(driver).catchUp()).isEqualTo(RECORDS);
            assertThat(GraphDigest.of(driver)).isEqualTo(resumed);
        }
    }

    @Test
    void a_neo4j_that_is_down_for_a_while_misses_nothing_that_the_ledger_took_meanwhile() {
        ledger.business(1, "甲公司", "抚顺市新抚区东一路1号").append();
        try (Neo4jEngine neo4j = start();
                Driver driver = driver(neo4j)) {
            projection(driver).catchUp();
            kill(neo4j);
            ledger.holds("股权1", "张三", person(1), 1, "60").append();
            assertThatThrownBy(() -> projection(driver).catchUp()).isInstanceOf(GraphUnavailableException.class);
            ledger.holds("股权1", "张三", person(1), 1, "70").phone("电话1", 1, 1).append();
            assertThatThrownBy(() -> projection(driver).catchUp()).isInstanceOf(GraphUnavailableException.class);
            assertThatThrownBy(() -> check(driver).check(1)).isInstanceOf(GraphUnavailableException.class);
        }

        try (Neo4jEngine neo4j = start();
                Driver driver = driver(neo4j)) {
            assertThat(projection(driver).catchUp()).isEqualTo(3);
            assertThat(check(driver).check(1).first()).isEmpty();
            GraphDigest caughtUp = GraphDigest.of(driver);
            assertThat(caughtUp.counts()).containsEntry("HOLDS", 1L).containsEntry("PHONE_OF", 1L);
            projection(driver).rebuild(Progress.NONE);
            assertThat(GraphDigest.of(driver)).isEqualTo(caughtUp);
        }
    }

    private GraphCheck check(Driver driver) {
        return new GraphCheck(driver, ledger.dataSource(), KEYS);
    }

    private Position killedBetweenBatches() {
        Position[] stood = {Position.START};
        try (Neo4jEngine neo4j = start();
                Driver driver = driver(neo4j)) {
            assertThatThrownBy(() -> projection(driver).catchUp((records, position) -> {
                        if (records == 2 * BATCH) {
                            stood[0] = position;
                            kill(neo4j);
                        }
                    }))
                    .isInstanceOf(GraphUnavailableException.class)
                    .hasMessageContaining("Neo4j does not answer");
        }
        return stood[0];
    }

    private static void kill(Neo4jEngine neo4j) {
        ProcessHandle process = ProcessHandle.of(neo4j.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private Neo4jEngine start() {
        return Neo4jEngine.start(folder.resolve("neo4j"), new Neo4jSettings(0, 512, 64, true));
    }

    private static Driver driver(Neo4jEngine neo4j) {
        return GraphSettings.open(URI.create(neo4j.boltUri())).openDriver();
    }

    private GraphProjection projection(Driver driver) {
        return new GraphProjection(driver, ledger.dataSource(), KEYS, BATCH);
    }
}
