package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Hold;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.Replayed;
import org.sise.integrations.mapping.Originals;

/** Full copies through the route: what a later one lacks is withdrawn, and what stops that. */
class SnapshotIT {

    @TempDir
    private Path folder;

    private FeedHouse house;
    private int files;

    private void start(String lines) throws Exception {
        start(FeedHouse.dataSource(TestEngines.freshDatabase()), lines);
    }

    private void start(DataSource database, String lines) throws Exception {
        FeedCatalogue catalogue = Copies.catalogue(lines);
        house = new FeedHouse(database, catalogue, folder.resolve("inbox"), 20).start();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void whatALaterCopyLacksIsWithdrawnAndWhatComesBackIsInEffectAgain() throws Exception {
        start("snapshot: {}");
        copy(Copies.rows(1, 50));
        assertThat(standing()).hasSize(50);
        house.jdbc.sql("delete from ledger.regrade_ticket").update();

        Delivery second = copy(Copies.rows(3, 52));
        assertThat(second.fresh()).isEqualTo(2);
        assertThat(second.same()).isEqualTo(48);
        assertThat(second.withdrawn()).isEqualTo(2);
        assertThat(standing()).hasSize(50).doesNotContain(key(1), key(2)).contains(key(52));
        assertThat(versions(1)).containsExactly("1 effective 1", "2 withdrawn " + second.id());
        assertThat(house.jdbc
                        .sql("select subject from ledger.regrade_ticket")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(Samples.code(1), Samples.code(2), Samples.code(51), Samples.code(52));

        Delivery third = copy(Copies.rows(1, 52));
        assertThat(third.withdrawn()).isZero();
        assertThat(third.corrected()).isEqualTo(2);
        assertThat(versions(1))
                .containsExactly("1 effective 1", "2 withdrawn " + second.id(), "3 effective " + third.id());
        assertThat(work()).isZero();
    }

    @Test
    void aFeedThatBringsWhatIsNewWithdrawsNothing() throws Exception {
        start("");
        copy(Copies.rows(1, 50));
        copy(Copies.rows(40, 60));
        assertThat(standing()).hasSize(60);
    }

    @Test
    void aMovingWindowLeavesOlderMattersAlone() throws Exception {
        start("snapshot: {window: date}");
        List<String> first = new ArrayList<>(Copies.rows(1, 10, n -> Copies.row(n, "2023-01-15")));
        first.addAll(Copies.rows(11, 50, n -> Copies.row(n, "2026-03-12")));
        copy(first);
        Delivery second = copy(Copies.rows(12, 60, n -> Copies.row(n, "2026-03-12")));
        assertThat(second.withdrawn())
                .as("number 11 is dated inside the window and gone; 1 to 10 lie before it")
                .isEqualTo(1);
        assertThat(standing()).contains(key(1), key(10)).doesNotContain(key(11));
    }

    @Test
    void aFileWithATenthOfItsRowsIsHeldBeforeAnythingLandsAndWithdrawsNothing() throws Exception {
        start("snapshot: {}\nwatch: {history: {least: 1}}");
        copy(Copies.rows(1, 100));
        put(Copies.rows(95, 104));
        Delivery held = held();
        assertThat(held.reason()).isEqualTo("unusual-rows");
        assertThat(held.message()).contains("10 rows; the median of the last 1 deliveries is 100, usual are 50 to 300");
        assertThat(held.rowsRead()).isZero();
        assertThat(held.rowCount()).isEqualTo(10);
        assertThat(standing()).hasSize(100);
        assertThat(house.waitingFiles(Copies.FEED)).hasSize(1);

        house.store.holds().accept(held.id(), "lisi");
        Delivery again = Await.until(this::held, d -> "withdrawals".equals(d.reason()));
        assertThat(again.rowsRead()).isEqualTo(10);
        assertThat(again.message()).contains("94 of 100 matters are not in the file; more than 10");
        assertThat(standing()).hasSize(104);

        house.store.holds().accept(held.id(), "lisi");
        Delivery done = house.ended(Copies.FEED, 2).getLast();
        assertThat(done.state()).isEqualTo(Delivery.State.DONE);
        assertThat(done.withdrawn()).isEqualTo(94);
        assertThat(standing()).hasSize(10);
        assertThat(house.store.holds().ofFeed(Copies.FEED, 10))
                .extracting(hold -> hold.finding().reason() + " " + hold.decision() + " " + hold.decidedBy())
                .containsExactly("WITHDRAWALS ACCEPTED lisi", "UNUSUAL_ROWS ACCEPTED lisi");
    }

    @Test
    void aCopyOfNothingWithdrawsNothingUnasked() throws Exception {
        start("snapshot: {}");
        copy(Copies.rows(1, 5));
        put(List.of());
        Delivery held = held();
        assertThat(held.reason()).isEqualTo("withdrawals");
        assertThat(standing()).hasSize(5);
        house.store.holds().refuse(held.id(), "lisi");
        Delivery refused = house.ended(Copies.FEED, 2).getLast();
        assertThat(refused.state()).isEqualTo(Delivery.State.REFUSED);
        assertThat(refused.reason()).isEqualTo("declined");
        Await.until(() -> house.kept(Copies.FEED, ".refused"), kept -> kept.size() == 1);
        assertThat(house.store.quarantine().find(Copies.FEED, "declined", null, 0, 5))
                .singleElement()
                .satisfies(row -> assertThat(row.index()).isEqualTo(-1));
        assertThat(standing()).hasSize(5);
        Await.until(this::work, rows -> rows == 0);
    }

    @Test
    void aFaultyRowThatTellsItsMatterKeepsItFromBeingWithdrawn() throws Exception {
        start("snapshot: {}");
        copy(Copies.rows(1, 30));
        List<String> second = new ArrayList<>(Copies.rows(2, 30));
        second.set(0, Copies.row(2, "2026-02-30"));
        Delivery delivery = copy(second);
        assertThat(delivery.quarantined()).isEqualTo(1);
        assertThat(delivery.withdrawn()).isEqualTo(1);
        assertThat(standing()).contains(key(2)).doesNotContain(key(1));
    }

    @Test
    void aFaultyRowThatDoesNotTellItsMatterHoldsTheWithdrawalsUntilItIsMended() throws Exception {
        start("snapshot: {}");
        copy(Copies.rows(1, 30));
        List<String> second = new ArrayList<>(Copies.rows(2, 30));
        String wrong = Samples.code(2).substring(0, 17) + "-";
        second.set(0, Copies.row(2).replace(Samples.code(2), wrong));
        put(second);
        Delivery held = held();
        assertThat(held.reason()).isEqualTo("unclear-rows");
        assertThat(held.message()).contains("1 faulty rows do not tell their matter and may be among the 2");
        assertThat(standing()).hasSize(30);

        mend(Samples.code(2));
        house.store.holds().accept(held.id(), "lisi");
        Delivery done = house.ended(Copies.FEED, 2).getLast();
        assertThat(done.withdrawn()).isEqualTo(1);
        assertThat(standing()).contains(key(2)).doesNotContain(key(1));

        Delivery third = copy(withLast(second, Copies.row(31)));
        assertThat(third.repeated()).isEqualTo(1);
        assertThat(third.withdrawn())
                .as("the same faulty row, sent again, is the matter as which it was mended")
                .isZero();
    }

    @Test
    void laterFilesWaitBehindAHeldOneAndOtherFeedsGoOn() throws Exception {
        start("snapshot: {}\nwatch: {history: {least: 1}}");
        copy(Copies.rows(1, 100));
        put(Copies.rows(1, 10));
        Delivery held = held();
        put(Copies.rows(1, 101));
        house.deliver(
                "register",
                Samples.text(folder.resolve("r.csv"), UTF_8, List.of(Samples.REGISTER, Samples.registered(1))));
        assertThat(house.ended("register", 1).getFirst().state()).isEqualTo(Delivery.State.DONE);
        assertThat(house.waitingFiles(Copies.FEED)).hasSize(2);
        assertThat(house.store.deliveries().latest(Copies.FEED, null, 10)).hasSize(2);

        house.store.holds().refuse(held.id(), "lisi");
        List<Delivery> ended = house.ended(Copies.FEED, 3);
        assertThat(ended)
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.DONE, Delivery.State.REFUSED, Delivery.State.DONE);
        assertThat(house.kept(Copies.FEED, ".refused")).hasSize(1);
        assertThat(house.kept(Copies.FEED, ".done")).hasSize(2);
    }

    @Test
    void aHeldFeedIsHeldAfterARestart() throws Exception {
        DataSource database = FeedHouse.dataSource(TestEngines.freshDatabase());
        start(database, "snapshot: {}\nwatch: {history: {least: 1}}");
        copy(Copies.rows(1, 100));
        put(Copies.rows(1, 10));
        Delivery held = held();
        house.close();
        start(database, "snapshot: {}\nwatch: {history: {least: 1}}");
        house.deliver(
                "register",
                Samples.text(folder.resolve("r.csv"), UTF_8, List.of(Samples.REGISTER, Samples.registered(1))));
        house.ended("register", 1);
        assertThat(held()).isEqualTo(held);
        assertThat(house.waitingFiles(Copies.FEED)).hasSize(1);
    }

    @Test
    void aMendedFileOfTheSameNameTakesTheHeldOnesPlace() throws Exception {
        start("snapshot: {}\nwatch: {history: {least: 1}}");
        copy(Copies.rows(1, 100));
        Path file = put(Copies.rows(1, 10));
        held();
        house.deliver(Copies.FEED, Copies.file(folder.resolve(file.getFileName()), Copies.rows(1, 102)));
        List<Delivery> ended = house.ended(Copies.FEED, 3);
        assertThat(ended).extracting(Delivery::reason).containsExactly(null, "replaced", null);
        assertThat(ended.getLast().fresh()).isEqualTo(2);
        assertThat(house.store.holds().ofFeed(Copies.FEED, 1).getFirst().decision())
                .isEqualTo(Hold.Decision.REPLACED);
    }

    private Delivery copy(List<String> rows) throws Exception {
        int before = house.store.deliveries().latest(Copies.FEED, null, 100).size();
        put(rows);
        return house.ended(Copies.FEED, before + 1).getLast();
    }

    private Path put(List<String> rows) throws Exception {
        return house.deliver(Copies.FEED, Copies.file(folder.resolve("copy-%d.csv".formatted(++files)), rows));
    }

    private Delivery held() {
        try {
            return Await.until(() -> house.store.holds().held(Copies.FEED), held -> held.isPresent())
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mend(String code) {
        QuarantinedRow row = house.store
                .quarantine()
                .find(Copies.FEED, null, QuarantinedRow.State.OPEN, 0, 1)
                .getFirst();
        var corrected = new LinkedHashMap<>(Originals.read(Objects.requireNonNull(row.original())));
        corrected.put("代码", code);
        assertThat(house.store.quarantine().replay(row.id(), corrected)).isInstanceOf(Replayed.Landed.class);
    }

    private static List<String> withLast(List<String> rows, String row) {
        List<String> more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    private static String key(int n) {
        return Samples.code(n) + "|沈市监列〔2026〕" + n + "号";
    }

    private List<String> standing() {
        return house.jdbc
                .sql("select record_key from ledger.standing_matter where feed = 'copies'")
                .query(String.class)
                .list();
    }

    private List<String> versions(int n) {
        return house.jdbc
                .sql(
                        "select concat_ws(' ', version, state, batch) from ledger.record where record_key = :key order by id")
                .param("key", key(n))
                .query(String.class)
                .list();
    }

    private long work() {
        return house.jdbc.sql("""
                        select (select count(*) from integrations.snapshot_key)
                            + (select count(*) from integrations.vanished_matter)""").query(Long.class).single();
    }
}
