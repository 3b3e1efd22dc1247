package org.sise.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.sise.graph.projection.GraphDigest;
import org.sise.server.ServerFixture;
import org.springframework.core.env.Environment;

class RebuildIT {

    private static final List<String> SERVERS = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "sise.neo4j.uri",
            "sise.neo4j.user",
            "sise.neo4j.password",
            "sise.data");

    @Test
    void the_graph_made_again_beside_a_running_server_is_the_same_graph() {
        ServerFixture server = ServerFixture.server();
        Driver driver = server.bean(Driver.class);
        GraphDigest before = GraphDigest.of(driver);
        assertThat(before.relations()).isPositive();
        try (var session = driver.session()) {
            session.run("MATCH (b:Business) WITH b LIMIT 10 DETACH DELETE b").consume();
        }
        assertThat(GraphDigest.of(driver)).isNotEqualTo(before);

        Environment settings = server.bean(Environment.class);
        SERVERS.forEach(name -> System.setProperty(name, settings.getProperty(name, "")));
        StringWriter out = new StringWriter();
        try {
            int status = Sise.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(new StringWriter()))
                    .execute("rebuild", "graph", "--json");
            assertThat(status).isZero();
        } finally {
            SERVERS.forEach(System::clearProperty);
        }
        assertThat(out.toString()).contains(before.sha256());
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }
}
