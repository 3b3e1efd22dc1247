package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.BodsSample;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.QuarantinedRow;

/** Files of every form, from the inbox to the ledger. */
class FormatsIT {

    @TempDir
    private Path folder;

    private FeedHouse house;

    @BeforeEach
    void start() throws Exception {
        house = new FeedHouse(
                        FeedHouse.dataSource(TestEngines.freshDatabase()),
                        FeedCatalogue.builtIn(),
                        folder.resolve("inbox"),
                        20)
                .start();
        List<String> lines = new ArrayList<>(List.of(Samples.REGISTER));
        for (int n = 1; n <= 50; n++) {
            lines.add(Samples.registered(n));
        }
        house.deliver("register", Samples.text(folder.resolve("register.csv"), UTF_8, lines));
        house.ended("register", 1);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aZipOfJsonLinesLandsAsOneFile() throws Exception {
        Path zip = folder.resolve("alerts.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int part = 0; part < 2; part++) {
                out.putNextEntry(new ZipEntry("part-%d.jsonl".formatted(part)));
                for (int n = 1; n <= 25; n++) {
                    out.write(alert(part * 25 + n).getBytes(UTF_8));
                }
                out.write("{\"broken%d\n".formatted(part).getBytes(UTF_8));
            }
        }
        house.deliver("alerts", zip);
        Delivery delivery = house.ended("alerts", 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
        assertThat(delivery.rowsRead()).isEqualTo(52);
        assertThat(delivery.fresh()).isEqualTo(50);
        assertThat(house.store.quarantine().find("alerts", null, null, 0, 10))
                .extracting(QuarantinedRow::line)
                .containsExactly(26, 52);
        assertThat(count(10)).isEqualTo(50);
    }

    @Test
    void jsonThatBreaksInTheMiddleIsRefusedFromThereOn() throws Exception {
        StringBuilder text = new StringBuilder("{\"code\":0,\"data\":{\"list\":[");
        for (int n = 1; n <= 30; n++) {
            text.append("""
                    {"creditCode":"%s","noticeDate":"2026-03-05","itemName":"增值税","period":"%d","balance":100.10},
                    """.formatted(Samples.code(n), n));
        }
        Path file = folder.resolve("arrears.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(UTF_8));
        }
        house.deliver("arrears", file);
        Delivery delivery = house.ended("arrears", 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.REFUSED);
        assertThat(delivery.message()).contains("the 30 rows before it stand");
        assertThat(delivery.fresh()).isEqualTo(30);
        assertThat(house.jdbc
                        .sql("select distinct amount::text from ledger.record where kind = 13")
                        .query(String.class)
                        .list())
                .containsExactly("100.10");
    }

    @Test
    void anXmlDocumentOfCasesLands() throws Exception {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<cases>\n");
        for (int n = 1; n <= 30; n++) {
            text.append("""
                    <case caseNo="(2026)辽0102执%d号"><party><creditCode>%s</creditCode></party><court>和平区人民法院</court>\
                    <filedOn>2026年3月5日</filedOn><amount>1,000.5</amount><status>执行中</status></case>
                    """.formatted(n, Samples.code(n)));
        }
        Path file = Files.write(
                folder.resolve("cases.xml"), text.append("</cases>").toString().getBytes(Samples.GBK));
        house.deliver("enforcements", file);
        Delivery delivery = house.ended("enforcements", 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
        assertThat(delivery.fresh()).isEqualTo(30);
        assertThat(count(12)).isEqualTo(30);
    }

    @Test
    void statementsOfOwnershipLandAndThoseAboutUnknownBusinessesWait() throws Exception {
        BodsSample sample = new BodsSample()
                .company("E1", "甲公司", Samples.code(1))
                .company("E2", "尚未登记的公司", Samples.code(60))
                .person("P1", "张三", Samples.resident(1))
                .relationship("R1", "E1", "E2", BodsSample.share("51"))
                .relationship("R2", "E2", "P1", BodsSample.share("100"), BodsSample.interest("boardMember", ""))
                .relationship("R3", "E1", "P9", BodsSample.share("49"));
        house.deliver("bods-ownership", sample.write(folder.resolve("statements.json")));
        Delivery delivery = house.ended("bods-ownership", 1).getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
        assertThat(delivery.fresh()).as("the far end may be unknown").isEqualTo(1);
        assertThat(house.store.quarantine().find("bods-ownership", null, null, 0, 10))
                .extracting(QuarantinedRow::reason)
                .containsExactlyInAnyOrder("unknown-business", "unknown-business", "unknown-record");

        house.deliver(
                "register",
                Samples.text(folder.resolve("late.csv"), UTF_8, List.of(Samples.REGISTER, Samples.registered(60))));
        house.ended("register", 2);
        assertThat(count(14)).isEqualTo(2);
        assertThat(count(16)).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select string_agg(fields::text || original::text, '') from ledger.record")
                        .query(String.class)
                        .single())
                .doesNotContain(Samples.resident(1));

        house.deliver(
                "bods-ownership",
                sample.statedOn("R1", "closed", "2026-07-01", "E1", "E2").write(folder.resolve("statements-2.json")));
        assertThat(house.ended("bods-ownership", 2).getLast().corrected()).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select fields ->> 'until' from ledger.record where kind = 14 and version = 2")
                        .query(String.class)
                        .list())
                .containsExactly("2026-07-01");
    }

    @Test
    void aTelephoneNumberIsKeptNowhere() throws Exception {
        house.deliver(
                "contacts",
                Samples.text(
                        folder.resolve("contacts.csv"),
                        UTF_8,
                        List.of(
                                "统一社会信用代码,联系电话,登记日期",
                                Samples.code(1) + ",024-23456789,2020/1/1",
                                Samples.code(2) + ",(024)23456789,2020/1/1",
                                Samples.code(60) + ",+86 24 2345 6789,2020/1/1",
                                Samples.code(3) + ",23456789,2020/1/1")));
        Delivery delivery = house.ended("contacts", 1).getFirst();
        assertThat(List.of(delivery.fresh(), delivery.waiting(), delivery.quarantined()))
                .containsExactly(2L, 1L, 1L);
        assertThat(house.jdbc
                        .sql("select distinct fields ->> 'phone' from ledger.record where kind = 19")
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(house.jdbc.sql("""
                                select (select string_agg(fields::text || original::text, '') from ledger.record)
                                    || (select string_agg(q::text, '') from integrations.quarantined_row q)""").query(String.class).single())
                .contains("********")
                .doesNotContain("2345");
    }

    @Test
    void officersAreRecordsWithoutANumberInThem() throws Exception {
        house.deliver(
                "officers",
                Samples.text(
                        folder.resolve("officers.csv"),
                        UTF_8,
                        List.of(
                                "统一社会信用代码,姓名,证件号码,职务,任职日期",
                                Samples.code(1) + ",李四," + Samples.resident(4) + ",监事,2020/1/1")));
        assertThat(house.ended("officers", 1).getFirst().fresh()).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select fields::text || original::text from ledger.record where kind = 16")
                        .query(String.class)
                        .single())
                .contains("监事")
                .doesNotContain(Samples.resident(4));
    }

    private long count(int kind) {
        return house.jdbc
                .sql("select count(*) from ledger.record where kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private static String alert(int n) {
        return """
                {"merchant":{"creditCode":"%s"},"event":{"id":"A-%d","time":"2026-03-05T09:00:00+08:00","type":"rodent","level":3}}
                """.formatted(Samples.code(n), n);
    }
}
