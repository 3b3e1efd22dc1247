package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.Replayed;
import org.sise.integrations.mapping.Originals;

class FeedIT {

    @TempDir
    private Path folder;

    private FeedHouse house;

    @BeforeEach
    void start() throws Exception {
        house = new FeedHouse(
                        FeedHouse.dataSource(TestEngines.freshDatabase()),
                        FeedCatalogue.builtIn(),
                        folder.resolve("收件 箱"),
                        50)
                .start();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aRegisterLandsInBatchesAsRegistrationsAndLegalRepresentatives() throws Exception {
        Delivery delivery = register(1, 120);
        assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
        assertThat(delivery.rowsRead()).isEqualTo(120);
        assertThat(delivery.fresh()).isEqualTo(240);
        assertThat(delivery.quarantined()).isZero();
        assertThat(house.records()).isEqualTo(240);
        assertThat(house.kept("register", ".done"))
                .singleElement()
                .asString()
                .endsWith("register-1.csv")
                .isEqualTo(delivery.keptAs().substring(6));
    }

    @Test
    void faultyRowsGoToTheQuarantineAndTheRestOfTheBatchLands() throws Exception {
        register(1, 20);
        String wrong = Samples.code(3).substring(0, 17) + (Samples.code(3).endsWith("0") ? "1" : "0");
        deliver(
                "penalties",
                "p.csv",
                Samples.PENALTIES,
                Samples.penalty(1, "0.5"),
                Samples.penalty(wrong, 3, "1", "2026/3/5"),
                Samples.penalty(Samples.code(4), 4, "1", "2026-02-30"),
                Samples.penalty(5, "-2"),
                Samples.penalty(6, "三万"),
                Samples.penalty(7, "120"));
        Delivery delivery = house.ended("penalties", 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
        assertThat(delivery.fresh()).isEqualTo(2);
        assertThat(delivery.quarantined()).isEqualTo(4);
        List<QuarantinedRow> rows = house.store.quarantine().find("penalties", null, null, 0, 10);
        assertThat(rows).extracting(QuarantinedRow::line).containsExactly(3, 4, 5, 6);
        assertThat(rows)
                .extracting(QuarantinedRow::reason)
                .containsExactly("bad-code", "bad-date", "negative", "bad-number");
        assertThat(rows).extracting(QuarantinedRow::field).containsExactly("subject", "date", "amount", "amount");
        assertThat(rows)
                .extracting(QuarantinedRow::column)
                .containsExactly("CF_XDR_SHXYM", "CF_JDRQ", "CF_NR_FK", "CF_NR_FK");
        assertThat(rows).allSatisfy(row -> assertThat(row.original()).doesNotContain("2101021990"));
        assertThat(house.jdbc
                        .sql("select amount || ' ' || severity from ledger.record where kind = 2 order by id")
                        .query(String.class)
                        .list())
                .containsExactly("5000.00 minor", "1200000.00 serious");
    }

    @Test
    void theSameFileTwiceIsRecordedAndCountsNothingTwice() throws Exception {
        register(1, 30);
        register(1, 30);
        List<Delivery> deliveries = house.ended("register", 2);
        assertThat(deliveries.get(1).sameAs()).isEqualTo(deliveries.get(0).id());
        assertThat(deliveries.get(1).rowsRead()).isZero();
        assertThat(house.records()).isEqualTo(60);
        assertThat(house.kept("register", ".done")).hasSize(2);
    }

    @Test
    void aFileThatIsStillBeingWrittenWaits() throws Exception {
        Path file = house.inbox.resolve("register").resolve("slow.csv");
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            out.write((Samples.REGISTER + "\n").getBytes(UTF_8));
            for (int i = 1; i <= 20; i++) {
                out.write((Samples.registered(i) + "\n").getBytes(UTF_8));
                out.flush();
                Thread.sleep(60);
            }
            assertThat(house.store.deliveries().latest("register", null, 10)).isEmpty();
        }
        Delivery delivery = house.ended("register", 1).getFirst();
        assertThat(delivery.rowsRead()).isEqualTo(20);
        assertThat(house.store.deliveries().latest("register", null, 10)).hasSize(1);
    }

    @Test
    void aPartialNameIsNotRead() throws Exception {
        Samples.text(house.inbox.resolve("register").resolve("a.csv.part"), UTF_8, List.of(Samples.REGISTER));
        Samples.text(house.inbox.resolve("register").resolve("b.tmp"), UTF_8, List.of(Samples.REGISTER));
        register(1, 2);
        assertThat(house.store.deliveries().latest("register", null, 10)).hasSize(1);
    }

    @Test
    void aFileOfTheWrongEncodingIsRefusedWhole() throws Exception {
        List<String> lines = new ArrayList<>(List.of(Samples.REGISTER));
        lines.add(Samples.registered(1));
        house.deliver("register", Samples.text(folder.resolve("gbk.csv"), Samples.GBK, lines));
        refused("register", "wrong-charset", "set charset: GBK");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() throws Exception {
        deliver("penalties", "old.csv", Samples.PENALTIES.replace("CF_WSH,", ""), Samples.penalty(1, "1"));
        refused("penalties", "missing-column", "column CF_WSH is missing; columns found: CF_XDR_MC");
    }

    @Test
    void anEmptyFileAndOneOfColumnNamesOnlyAreTwoThings() throws Exception {
        house.deliver("register", Files.createFile(folder.resolve("empty.csv")));
        refused("register", "empty-file", "0 bytes");
        deliver("penalties", "names.csv", Samples.PENALTIES);
        Delivery delivery = house.ended("penalties", 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
        assertThat(delivery.message()).contains("column names only");
    }

    @Test
    void aTruncatedWorkbookIsRefusedWhole() throws Exception {
        Path whole =
                Samples.workbook(folder.resolve("c.xlsx"), Samples.COMMITMENTS, List.of(commitment(1), commitment(2)));
        byte[] bytes = Files.readAllBytes(whole);
        house.deliver(
                "commitments", Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length * 2 / 3)));
        refused("commitments", "damaged-file", "cut off");
        assertThat(house.kept("commitments", ".refused")).hasSize(1);
    }

    @Test
    void rowsOfUnknownBusinessesWaitAndLandOnceWhenTheRegistrationDoes() throws Exception {
        house.deliver(
                "commitments",
                Samples.workbook(folder.resolve("c.xlsx"), Samples.COMMITMENTS, List.of(commitment(1), commitment(2))));
        Delivery before = house.ended("commitments", 1).getFirst();
        assertThat(before.waiting()).isEqualTo(2);
        assertThat(house.records()).isZero();
        register(2, 3);
        Await.until(house::records, n -> n == 5);
        Delivery after = house.store.deliveries().find(before.id()).orElseThrow();
        assertThat(after.waiting()).isEqualTo(1);
        assertThat(after.fresh()).isEqualTo(1);
        assertThat(house.store.quarantine().counts())
                .containsExactly(
                        new Quarantine.Count("commitments", "unknown-business", QuarantinedRow.State.REPLAYED, 1),
                        new Quarantine.Count("commitments", "unknown-business", QuarantinedRow.State.WAITING, 1));
        assertThat(house.store.waiting().sweep()).isZero();
        assertThat(house.records()).isEqualTo(5);
    }

    @Test
    void aQuarantinedRowIsMendedByHandAndLandsOnce() throws Exception {
        register(1, 2);
        deliver("penalties", "p.csv", Samples.PENALTIES, Samples.penalty(Samples.code(1), 1, "1", "2026-02-30"));
        house.ended("penalties", 1);
        QuarantinedRow row = house.store
                .quarantine()
                .find("penalties", "bad-date", null, 0, 1)
                .getFirst();
        assertThat(house.store.quarantine().replay(row.id())).isInstanceOf(Replayed.Refused.class);
        var corrected = new LinkedHashMap<>(Originals.read(Objects.requireNonNull(row.original())));
        corrected.put("CF_JDRQ", "2026-02-28");
        assertThat(house.store.quarantine().replay(row.id(), corrected)).isInstanceOf(Replayed.Landed.class);
        assertThat(house.records()).isEqualTo(5);
        assertThatThrownBy(() -> house.store.quarantine().replay(row.id())).isInstanceOf(IllegalStateException.class);
        QuarantinedRow after = house.store
                .quarantine()
                .find(null, null, QuarantinedRow.State.REPLAYED, 0, 1)
                .getFirst();
        assertThat(after.original()).isEqualTo(row.original());
        assertThat(after.corrected()).contains("2026-02-28");
        assertThat(house.store.deliveries().find(row.delivery()).orElseThrow().quarantined())
                .isZero();
    }

    @Test
    void aFaultyRowThatIsSentAgainIsOneRowOfTheQuarantine() throws Exception {
        register(1, 2);
        String bad = Samples.penalty(Samples.code(1), 1, "1", "2026-02-30");
        deliver("penalties", "p1.csv", Samples.PENALTIES, bad, Samples.penalty(9, "1"), bad);
        house.ended("penalties", 1);
        deliver("penalties", "p2.csv", Samples.PENALTIES, bad, Samples.penalty(9, "1"), Samples.penalty(2, "1"));
        List<Delivery> deliveries = house.ended("penalties", 2);
        assertThat(deliveries).extracting(Delivery::quarantined).containsExactly(1L, 0L);
        assertThat(deliveries).extracting(Delivery::waiting).containsExactly(1L, 0L);
        assertThat(deliveries).extracting(Delivery::repeated).containsExactly(1L, 2L);
        assertThat(house.store.quarantine().find("penalties", null, null, 0, 10))
                .hasSize(2);
    }

    private Delivery register(int from, int to) throws Exception {
        List<String> lines = new ArrayList<>(List.of(Samples.REGISTER));
        for (int i = from; i <= to; i++) {
            lines.add(Samples.registered(i));
        }
        int before = house.store.deliveries().latest("register", null, 100).size();
        house.deliver("register", Samples.text(folder.resolve("register-%d.csv".formatted(from)), UTF_8, lines));
        return house.ended("register", before + 1).getLast();
    }

    private void deliver(String feed, String name, String... lines) throws Exception {
        house.deliver(feed, Samples.text(folder.resolve(name), Samples.GBK, List.of(lines)));
    }

    private void refused(String feed, String reason, String says) throws Exception {
        Delivery delivery = house.ended(feed, 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.REFUSED);
        assertThat(delivery.reason()).isEqualTo(reason);
        assertThat(delivery.message()).contains(says);
        QuarantinedRow file =
                house.store.quarantine().find(feed, null, null, 0, 10).getFirst();
        assertThat(file.line()).isZero();
        assertThat(file.reason()).isEqualTo(reason);
        assertThat(house.records()).isZero();
    }

    private static List<Object> commitment(int n) {
        return List.of(
                Samples.code(n),
                "第%d号".formatted(n),
                "信用修复型",
                "消防安全",
                "按期整改",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 12, 31),
                "消防救援支队",
                "未到期");
    }
}
