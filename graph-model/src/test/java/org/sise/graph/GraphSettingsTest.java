package org.sise.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class GraphSettingsTest {

    @Test
    void the_password_is_not_printed() {
        GraphSettings settings = new GraphSettings(URI.create("bolt://graph:7687"), "neo4j", "s3cret");

        assertThat(settings.authenticated()).isTrue();
        assertThat(settings.toString()).contains("bolt://graph:7687").doesNotContain("s3cret");
    }

    @Test
    void a_server_may_ask_no_password() {
        assertThat(GraphSettings.open(URI.create("bolt://127.0.0.1:7687")).authenticated())
                .isFalse();
    }
}
