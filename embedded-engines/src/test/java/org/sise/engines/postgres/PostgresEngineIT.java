package org.sise.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.HelperJvm;
import org.sise.engines.host.EngineException;
import org.sise.engines.host.Processes;

class PostgresEngineIT {

    @TempDir
    Path folder;

    @Test
    void data_survives_a_restart() throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            execute(engine, "CREATE TABLE business (name text)", "INSERT INTO business VALUES ('沈抚示范区')");
        }
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            assertThat(query(engine, "SELECT name FROM business")).containsExactly("沈抚示范区");
        }
    }

    @Test
    void commits_are_durable_text_is_utf8_and_only_this_machine_is_served() throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            assertThat(query(engine, "SHOW fsync")).containsExactly("on");
            assertThat(query(engine, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(query(engine, "SHOW full_page_writes")).containsExactly("on");
            assertThat(query(engine, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(query(engine, "SHOW server_encoding")).containsExactly("UTF8");
            assertThat(query(engine, "SELECT datcollate FROM pg_database WHERE datname = 'sise'"))
                    .containsExactly("C");
            assertThat(query(engine, "SELECT datlocale FROM pg_database WHERE datname = 'sise'"))
                    .containsExactly("C.UTF-8");
            assertThat(query(engine, "SHOW shared_buffers")).containsExactly("512MB");
        }
    }

    @Test
    void trigrams_and_pinyin_order_are_there() throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            execute(engine, "CREATE EXTENSION pg_trgm");
            assertThat(query(engine, "SELECT similarity('沈抚四色科技有限公司', '四色科技有限公司') > 0.5"))
                    .containsExactly("t");
            assertThat(query(engine, "SELECT w FROM (VALUES ('张'), ('阿'), ('李')) v(w) ORDER BY w COLLATE \"zh-x-icu\""))
                    .containsExactly("阿", "李", "张");
        }
    }

    @Test
    void a_given_port_is_used_and_a_taken_one_is_refused_with_the_servers_words() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresEngine.start(folder, taken.getLocalPort()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("could not bind");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (PostgresEngine engine = PostgresEngine.start(folder, port)) {
            assertThat(engine.port()).isEqualTo(port);
            assertThat(query(engine, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void after_its_jvm_is_killed_a_new_start_has_every_committed_row() throws Exception {
        long committed;
        ProcessHandle orphan;
        try (HelperJvm helper = HelperJvm.run(PostgresHolder.class, folder)) {
            orphan = ProcessHandle.of(Long.parseLong(helper.await("server"))).orElseThrow();
            helper.await("committed 200");
            committed = Long.parseLong(helper.await("committed"));
            helper.kill();
        }
        assertThat(Processes.running(orphan.pid())).isPresent();

        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            assertThat(Processes.running(orphan.pid())).isEmpty();
            assertThat(Long.parseLong(
                            query(engine, "SELECT max(n) FROM committed").getFirst()))
                    .isGreaterThanOrEqualTo(committed);
            assertThat(query(engine, "SELECT max(n) - count(*) FROM committed")).containsExactly("0");
        }
    }

    @Test
    void after_server_and_jvm_are_killed_a_new_start_has_every_committed_row() throws Exception {
        long committed;
        try (HelperJvm helper = HelperJvm.run(PostgresHolder.class, folder)) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(helper.await("server"))).orElseThrow();
            helper.await("committed 200");
            committed = Long.parseLong(helper.await("committed"));
            server.destroyForcibly();
            helper.kill();
        }
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            assertThat(Long.parseLong(
                            query(engine, "SELECT max(n) FROM committed").getFirst()))
                    .isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void a_second_start_on_the_folder_is_refused_and_does_not_harm_the_first() throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            assertThatThrownBy(() -> PostgresEngine.start(folder))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("in use by the running process "
                            + ProcessHandle.current().pid());
            assertThat(query(engine, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void a_start_on_the_folder_of_another_process_is_refused_and_names_it() throws Exception {
        try (HelperJvm helper = HelperJvm.run(PostgresHolder.class, folder)) {
            helper.await("committed 1");
            assertThatThrownBy(() -> PostgresEngine.start(folder))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("in use by the running process " + helper.pid());
            helper.await("committed 50");
        }
        PostgresEngine.stopLeftOver(folder);
    }

    @Test
    void a_lock_whose_process_id_now_belongs_to_another_program_is_no_hindrance() throws Exception {
        PostgresEngine.start(folder).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "/data\n");
        try (PostgresEngine engine = PostgresEngine.start(folder)) {
            assertThat(query(engine, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void a_server_that_may_lose_commits_is_refused() throws Exception {
        PostgresEngine.start(folder).close();
        Files.writeString(folder.resolve("data/postgresql.auto.conf"), "fsync = off\n");

        assertThatThrownBy(() -> PostgresEngine.start(folder))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("fsync = off");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_folder_of_another_major_version_is_refused_untouched() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "14\n");

        assertThatThrownBy(() -> PostgresEngine.start(folder))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("written by PostgreSQL 14");
        assertThat(folder.resolve("data/PG_VERSION")).hasContent("14\n");
    }

    private static void execute(PostgresEngine engine, String... commands) throws SQLException {
        try (var connection = DriverManager.getConnection(engine.jdbcUrl(), engine.user(), engine.password());
                var sql = connection.createStatement()) {
            for (String command : commands) {
                sql.execute(command);
            }
        }
    }

    private static List<String> query(PostgresEngine engine, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(engine.jdbcUrl(), engine.user(), engine.password());
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
