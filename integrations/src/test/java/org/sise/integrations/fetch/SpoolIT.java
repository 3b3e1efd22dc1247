package org.sise.integrations.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Fetch;
import org.sise.ledger.Migrations;

class SpoolIT {

    @TempDir
    private Path folder;

    private FeedStore store;

    @BeforeEach
    void database() {
        TestDatabase database = TestEngines.freshDatabase();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        Migrations.migrate(dataSource, "ledger");
        Migrations.migrate(dataSource, FeedStore.SCHEMA);
        store = new FeedStore(dataSource, FeedCatalogue.builtIn(), Samples.keys());
    }

    @Test
    void aCommittedFileStandsInTheFolderAndItsPositionIsTheFeeds() throws Exception {
        Fetch fetch = fetch(spool(FetchSteps.NONE), "处罚 2026/03.csv", "a\n1\n", "{\"offset\": 7}");
        assertThat(fetch.file()).matches("\\d{10}-处罚_2026_03\\.csv");
        assertThat(folder.resolve(fetch.file())).hasContent("a\n1\n");
        assertThat(names(Spool.FOLDER)).isEmpty();
        Fetch latest = store.fetches().latest("penalties").orElseThrow();
        assertThat(latest.position()).isEqualTo("{\"offset\": 7}");
        assertThat(latest.sha256()).isEqualTo(fetch.sha256());
        assertThat(latest.size()).isEqualTo(4);
    }

    @Test
    void aFileThatIsNotCommittedIsGone() throws Exception {
        try (SpoolFile draft = spool(FetchSteps.NONE).begin("a.csv")) {
            draft.write("half".getBytes(UTF_8));
        }
        assertThat(names(Spool.FOLDER)).isEmpty();
        assertThat(store.fetches().latest("penalties")).isEmpty();
    }

    @Test
    void afterAnEndAtAnyStepTheFileIsThereOnceOrIsFetchedAgain() throws Exception {
        for (FetchSteps.Step step :
                List.of(FetchSteps.Step.WRITTEN, FetchSteps.Step.COMMITTED, FetchSteps.Step.RENAMED)) {
            Spool dying = spool((_, done) -> {
                if (done == step) {
                    throw new Killed();
                }
            });
            long before = store.fetches().latest("penalties").map(Fetch::id).orElse(0L);
            SpoolFile draft = dying.begin(step + ".csv");
            draft.write("x".getBytes(UTF_8));
            assertThatThrownBy(() -> dying.commit(draft, 1L, "{}", null, true, null))
                    .isInstanceOf(Killed.class);
            spool(FetchSteps.NONE).recover();
            boolean recorded =
                    store.fetches().latest("penalties").map(Fetch::id).orElse(0L) > before;
            assertThat(recorded).isEqualTo(step != FetchSteps.Step.WRITTEN);
            assertThat(Files.exists(folder.resolve(draft.name()))).isEqualTo(recorded);
            assertThat(names(Spool.FOLDER)).isEmpty();
        }
    }

    @Test
    void ofTwoThatFetchAtOnceOneIsRefused() throws Exception {
        Spool spool = spool(FetchSteps.NONE);
        SpoolFile late = spool.begin("a.csv");
        fetch(spool, "a.csv", "x", "{}");
        assertThatThrownBy(() -> spool.commit(late, null, "{}", null, true, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another process");
        spool.recover();
        assertThat(names("")).hasSize(1);
    }

    @Test
    void theSameBytesFetchedAnewAreAnotherDelivery() throws Exception {
        Spool spool = spool(FetchSteps.NONE);
        Fetch first = fetch(spool, "a.jsonl", "x", "{}");
        Fetch second = fetch(spool, "a.jsonl", "x", "{}");
        Delivery one = store.deliveries().receive("penalties", first.file(), first.sha256(), 1);
        assertThat(store.deliveries()
                        .receive("penalties", first.file(), first.sha256(), 1)
                        .id())
                .isEqualTo(one.id());
        assertThat(store.deliveries()
                        .receive("penalties", second.file(), second.sha256(), 1)
                        .id())
                .isNotEqualTo(one.id());
        Delivery pushed = store.deliveries().receive("penalties", "b.csv", first.sha256(), 1);
        assertThat(store.deliveries()
                        .receive("penalties", "c.csv", first.sha256(), 1)
                        .id())
                .isEqualTo(pushed.id());
    }

    @Test
    void aNameIsSafeAndNotLongerThanAFileSystemTakes() {
        assertThat(Spool.fileName(1, "../../etc/passwd")).isEqualTo("0000000001-.._.._etc_passwd");
        assertThat(Spool.fileName(1, "x${a}.csv")).isEqualTo("0000000001-x_a_.csv");
        assertThat(Spool.fileName(1, "x.TMP")).isEqualTo("0000000001-x.TMP_");
        String longest = Spool.fileName(1, "处".repeat(200) + ".csv.gz");
        assertThat(longest.getBytes(UTF_8).length).isLessThan(140);
        assertThat(longest).endsWith(".csv.gz");
    }

    private static Fetch fetch(Spool spool, String name, String text, String position) throws Exception {
        try (SpoolFile draft = spool.begin(name)) {
            draft.write(text.getBytes(UTF_8));
            return spool.commit(draft, 1L, position, null, true, null);
        }
    }

    private Spool spool(FetchSteps steps) {
        return new Spool("penalties", folder, store.fetches(), steps);
    }

    private List<String> names(String below) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
