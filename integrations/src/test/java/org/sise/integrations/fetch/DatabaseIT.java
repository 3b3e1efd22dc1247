package org.sise.integrations.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.landing.Pull;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseIT {

    @TempDir
    private Path folder;

    private TestDatabase department;
    private JdbcClient theirs;
    private FetchHouse house;

    @BeforeEach
    void start() throws Exception {
        department = TestEngines.freshDatabase();
        theirs = JdbcClient.create(FetchHouse.dataSource(department));
        theirs.sql("create table penalty (no text, fine numeric, day date, updated timestamptz, local timestamp,"
                        + " serial bigint, big float8, open boolean, doc bytea)")
                .update();
        house = new FetchHouse(FetchHouse.dataSource(TestEngines.freshDatabase()), folder);
        house.secret("DB", department.password().isEmpty() ? "unused" : department.password());
    }

    @Test
    void rowsBecomeLinesWithExactNumbersAndIsoDatesAndWithoutNulls() throws Exception {
        theirs.sql("insert into penalty values ('沈1', 100.10, '2026-03-05', '2026-03-05 10:00:00.123456+08',"
                        + " '2026-03-05 10:00', 9007199254740993, 1e20, true, '\\x00ff')")
                .update();
        theirs.sql("insert into penalty (no) values ('沈2')").update();
        Pull pull = source(
                        "query: select no as \"文号\", fine, day, updated, local, serial, big, open, doc from penalty\nkey: 文号")
                .pull();
        assertThat(pull.message()).isNull();
        assertThat(pull.rows()).isEqualTo(2);
        assertThat(house.texts())
                .containsExactly("{\"文号\":\"沈1\",\"fine\":\"100.10\",\"day\":\"2026-03-05\","
                        + "\"updated\":\"2026-03-05T10:00:00.123456+08:00\",\"local\":\"2026-03-05T10:00:00\","
                        + "\"serial\":\"9007199254740993\",\"big\":\"100000000000000000000\",\"open\":true,\"doc\":\"AP8=\"}\n"
                        + "{\"文号\":\"沈2\"}\n");
        assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);
    }

    @Test
    void onlyRowsBehindTheWatermarkAreReadAndTiesAreNotLost() throws Exception {
        source("query: select no, updated from penalty\nkey: no\nwatermark: {column: UPDATED, lag: 5m}");
        add("1", "2026-03-05 10:00:00+08");
        add("2", "2026-03-05 10:10:00+08");
        assertThat(house.pull().rows()).isEqualTo(2);
        add("3", "2026-03-05 10:10:00+08");
        add("4", "2026-03-05 10:06:00+08");
        assertThat(house.pull().rows()).as("a tie, and one seen late").isEqualTo(2);
        assertThat(house.texts().getLast()).matches("(?s).*\"4\".*\"3\".*");
        assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);
        add("5", "2026-03-05 10:20:00+08");
        assertThat(house.pull().rows()).isEqualTo(1);
        assertThat(house.store.fetches().latest(FetchHouse.FEED).orElseThrow().position())
                .contains("2026-03-05T10:20");
    }

    @Test
    void aRowThatGoesBackToWhatItWasIsReadEachTime() throws Exception {
        source("view: penalty\nwatermark: {column: updated, lag: 1h}");
        add("A", "2026-03-05 10:00:00+08");
        house.pull();
        theirs.sql("update penalty set no = 'B', updated = updated + interval '1 minute'")
                .update();
        house.pull();
        theirs.sql("update penalty set no = 'A', updated = updated + interval '1 minute'")
                .update();
        house.pull();
        assertThat(house.texts()).hasSize(3);
        assertThat(house.texts().get(2)).contains("\"A\"");
    }

    @Test
    void numbersAndDaysAndLocalTimesAreWatermarksToo() throws Exception {
        theirs.sql("insert into penalty (no, serial, day, local) values ('1', 10, '2026-03-05', '2026-03-05 10:00')")
                .update();
        for (String watermark : List.of(
                "{column: serial, type: number, initial: 10}",
                "{column: day, type: date, lag: 0d}",
                "{column: local, initial: 2026-03-05}")) {
            house = new FetchHouse(
                    FetchHouse.dataSource(TestEngines.freshDatabase()), folder.resolve(watermark.substring(9, 12)));
            house.secret("DB", "unused");
            source("view: penalty\nwatermark: " + watermark);
            Pull pull = house.pull();
            assertThat(pull.message()).isNull();
            assertThat(pull.rows()).isEqualTo(1);
            assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);
        }
        theirs.sql("insert into penalty (no, serial, local) values ('2', 10, '2026-03-05 10:00')")
                .update();
        assertThat(house.pull().rows()).isEqualTo(1);
    }

    @Test
    void oneWrongYearDoesNotEndTheFeedAndRowsWithoutAWatermarkAreTold() throws Exception {
        source("query: select no, updated from penalty\nwatermark: {column: updated}");
        add("1", "2026-03-05 10:00:00+08");
        add("wrong", "2126-03-05 10:00:00+08");
        theirs.sql("insert into penalty (no) values ('none')").update();
        Pull pull = house.pull();
        assertThat(pull.rows()).isEqualTo(1);
        assertThat(pull.message()).contains("1行没有");
        add("2", "2026-03-05 11:00:00+08");
        assertThat(house.pull().rows()).isEqualTo(1);
    }

    @Test
    void manyRowsAreStreamed() throws Exception {
        theirs.sql("insert into penalty (no, serial) select n::text, n / 1000 from generate_series(1, 50000) n")
                .update();
        source("view: penalty\nfetch-size: 500\nkey: no\nwatermark: {column: serial, type: number}");
        assertThat(house.pull().rows()).isEqualTo(50_000);
        theirs.sql("insert into penalty (no, serial) values ('one more', 50)").update();
        assertThat(house.pull().rows()).isEqualTo(1);
    }

    @Test
    void theirDatabaseCannotBeWritten() throws Exception {
        theirs.sql("create function harm() returns text language sql as 'delete from penalty returning no'")
                .update();
        add("1", "2026-03-05 10:00:00+08");
        Pull pull = source("query: select harm() as no").pull();
        assertThat(pull.reason()).isEqualTo("query");
        assertThat(pull.message()).contains("read-only");
    }

    @Test
    void aQueryThatIsWrongIsTold() throws Exception {
        assertThat(source("view: nowhere").pull().message()).contains("nowhere");
        assertThat(source("view: penalty\nwatermark: {column: changed}").pull().message())
                .contains("no column changed but [no, fine");
        assertThat(source("view: penalty\nwatermark: {column: no}").pull().message())
                .contains("not of the type");
        assertThat(source("view: penalty").pull().state()).isEqualTo(Pull.State.EMPTY);
    }

    @Test
    void aDatabaseThatIsDownIsTriedAgainThenRecorded() throws Exception {
        Pull pull = house.with("""
                source: {type: database, url: "jdbc:postgresql://localhost:1/x", user: a, password: {secret: DB},
                    view: penalty, every: 1h, retry: {attempts: 3, first: 10ms}}
                """).pull();
        assertThat(pull.reason()).isEqualTo("unreachable");
        assertThat(house.waits).hasSize(2);
    }

    private void add(String no, String updated) {
        theirs.sql("insert into penalty (no, updated) values (:no, cast(:updated as timestamptz))")
                .param("no", no)
                .param("updated", updated)
                .update();
    }

    private FetchHouse source(String rest) {
        return house.with("""
                source:
                  type: database
                  url: %s
                  %s
                  password: {secret: DB}
                  every: 1h
                """.formatted(department.jdbcUrl().replaceAll("\\?.*", ""), "user: " + department.user())
                + rest.indent(2));
    }
}
