package org.sise.integrations.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Holds;

/** A feed whose files suddenly have many faulty rows. */
class GuardIT {

    @TempDir
    private Path folder;

    private FeedHouse house;

    @BeforeEach
    void start() throws Exception {
        house = new FeedHouse(
                        FeedHouse.dataSource(TestEngines.freshDatabase()),
                        Copies.catalogue("watch: {history: {least: 2}}"),
                        folder.resolve("inbox"),
                        20)
                .start();
        put(1, Copies.rows(1, 60));
        put(2, Copies.rows(61, 120));
        house.ended(Copies.FEED, 2);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aJumpOfFaultyRowsStopsTheFileBeforeMoreOfItLands() throws Exception {
        put(3, halfFaulty());
        Delivery held = held();
        assertThat(held.reason()).isEqualTo("faulty-rows");
        assertThat(held.message()).contains("10 of 20 rows read are faulty (50.0%); usual are 0.0%, at most 5.0%");
        assertThat(held.rowsRead()).isEqualTo(20);
        assertThat(house.waitingFiles(Copies.FEED)).containsExactly("file-3.csv");

        house.store.holds().accept(held.id(), "lisi");
        Delivery done = house.ended(Copies.FEED, 3).getLast();
        assertThat(done.state()).isEqualTo(Delivery.State.DONE);
        assertThat(done.rowsRead()).isEqualTo(80);
        assertThat(done.fresh()).isEqualTo(40);
        assertThat(done.faulty()).isEqualTo(40);
    }

    @Test
    void aRefusedFileGoesAwayAndWhatItLandedStays() throws Exception {
        put(3, halfFaulty());
        Delivery held = held();
        house.store.holds().refuse(held.id(), "lisi");
        Delivery refused = house.ended(Copies.FEED, 3).getLast();
        assertThat(refused.state()).isEqualTo(Delivery.State.REFUSED);
        assertThat(refused.fresh()).isEqualTo(10);
        assertThat(house.kept(Copies.FEED, ".refused"))
                .singleElement()
                .asString()
                .endsWith("file-3.csv");
        assertThat(house.records()).isEqualTo(130);
    }

    @Test
    void whatIsNotHeldCanNeitherBeAcceptedNorRefused() {
        Holds holds = house.store.holds();
        assertThatThrownBy(() -> holds.accept(1, "lisi"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delivery 1 is not held but done");
        assertThatThrownBy(() -> holds.refuse(99, "lisi")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unusualCountsOfAFeedThatBringsWhatIsNewAreNotAskedAbout() throws Exception {
        put(3, Copies.rows(121, 121));
        assertThat(house.ended(Copies.FEED, 3).getLast().state()).isEqualTo(Delivery.State.DONE);
        assertThat(house.store.deliveries().find(3).orElseThrow().rowCount()).isNull();
    }

    private static List<String> halfFaulty() {
        List<String> rows = new ArrayList<>();
        for (int n = 201; n <= 280; n++) {
            rows.add(n % 2 == 0 ? Copies.row(n, "2026-02-30") : Copies.row(n));
        }
        return rows;
    }

    private void put(int number, List<String> rows) throws Exception {
        house.deliver(Copies.FEED, Copies.file(folder.resolve("file-%d.csv".formatted(number)), rows));
    }

    private Delivery held() throws InterruptedException {
        return Await.until(() -> house.store.holds().held(Copies.FEED), held -> held.isPresent())
                .orElseThrow();
    }
}
