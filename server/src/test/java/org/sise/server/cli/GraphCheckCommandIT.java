package org.sise.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.sise.graph.projection.GraphDigest;
import org.sise.server.ServerFixture;
import org.springframework.core.env.Environment;

class GraphCheckCommandIT {

    private static final List<String> SERVERS = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "sise.neo4j.uri",
            "sise.neo4j.user",
            "sise.neo4j.password",
            "sise.data");

    @Test
    void a_graph_that_differs_is_told_and_mended_beside_a_running_server() {
        ServerFixture server = ServerFixture.server();
        Driver driver = server.bean(Driver.class);
        GraphDigest whole = GraphDigest.of(driver);
        assertThat(run(server, 0)).contains("差异 0").contains("0 differences");
        try (var session = driver.session()) {
            session.run("MATCH ()-[r:HOLDS]->() WITH r LIMIT 2 SET r.state = 'x'")
                    .consume();
        }

        assertThat(run(server, 1, "--show", "1"))
                .contains("内容不同 / different content\tHOLDS\tholding/")
                .contains("另有 1 处 / and 1 more");
        assertThat(run(server, 0, "--mend", "--json"))
                .contains("\"equal\":true", "\"differences\":2", "\"mended\":2", "\"properties\":[\"state\"]");

        assertThat(run(server, 0, "--json")).contains("\"differences\":0", "\"first\":[]");
        assertThat(GraphDigest.of(driver)).isEqualTo(whole);
    }

    private static String run(ServerFixture server, int status, String... options) {
        Environment settings = server.bean(Environment.class);
        SERVERS.forEach(name -> System.setProperty(name, settings.getProperty(name, "")));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> call = new ArrayList<>(List.of("graph", "check"));
        call.addAll(List.of(options));
        try {
            assertThat(Sise.commandLine()
                            .setOut(new PrintWriter(out))
                            .setErr(new PrintWriter(err))
                            .execute(call.toArray(String[]::new)))
                    .as(() -> out + "\n" + err)
                    .isEqualTo(status);
        } finally {
            SERVERS.forEach(System::clearProperty);
        }
        return out.toString();
    }
}
