package org.sise.engines.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.host.EngineException;
import org.sise.engines.postgres.PostgresEngine;

class TestServerIT {

    @TempDir
    Path folder;

    @Test
    void a_server_named_with_parameters_gives_databases_with_the_same_parameters() throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            TestServer server =
                    new TestServer(engine.jdbcUrl("postgres") + "?ApplicationName=sise-test", engine.user(), "", false);
            try (var connection = server.freshDatabase().connect();
                    var sql = connection.createStatement();
                    var rows = sql.executeQuery(
                            "SELECT current_database() LIKE 'sise_test_%', current_setting('application_name')")) {
                rows.next();
                assertThat(rows.getBoolean(1)).isTrue();
                assertThat(rows.getString(2)).isEqualTo("sise-test");
            }
        }
    }

    @Test
    void an_address_of_something_else_is_refused() {
        assertThatThrownBy(() -> new TestServer("jdbc:mysql://localhost/x", "u", "p", true))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("jdbc:mysql://localhost/x");
    }
}
