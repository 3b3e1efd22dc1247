package org.sise.integrations.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.engines.testing.TestKafka;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Pull;
import org.sise.integrations.trial.FeedTrial;
import org.sise.integrations.trial.TrialResult;

/** A topic of a real broker, fetched into files. */
class KafkaPullIT {

    @TempDir
    private static Path broker;

    private static TestKafka kafka;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        kafka = TestKafka.start(broker);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void recordsBecomeLinesOfFilesAndAreReadOnFromOurPlace() throws Exception {
        topic("read", 2);
        IntStream.range(0, 25)
                .forEach(
                        n -> write("read", n % 2, "k", "{\"n\":%d}".formatted(n).getBytes(UTF_8)));
        FetchHouse house = house("read", "at-most: 10");
        Pull first = house.pull();
        assertThat(first.state()).isEqualTo(Pull.State.OK);
        assertThat(first.rows()).isEqualTo(25);
        assertThat(first.files()).isEqualTo(3);
        assertThat(lines(house))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).mapToObj("{\"n\":%d}"::formatted).toList());
        assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);

        write("read", 0, "k", "{\"n\":0}".getBytes(UTF_8));
        write("read", 1, "k", "{\n\"n\" : 1.10\r\n}".getBytes(UTF_8));
        assertThat(house("read", "at-most: 10", house).pull().rows()).isEqualTo(2);
        assertThat(lines(house)).hasSize(27).contains("{ \"n\" : 1.10  }");
        assertThat(house.store.fetches().latest(FetchHouse.FEED).orElseThrow().position())
                .isEqualTo("{\"offsets\":{\"0\":14,\"1\":13}}");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
            assertThat(admin.listConsumerGroupOffsets("sise")
                            .partitionsToOffsetAndMetadata()
                            .get(1, TimeUnit.MINUTES)
                            .get(new TopicPartition("read", 0))
                            .offset())
                    .isEqualTo(14);
        }
    }

    @Test
    void whatIsNoJsonBecomesALineThatNamesItsPlace() throws Exception {
        topic("odd", 1);
        write("odd", 0, "91210100MA0000000X", null);
        write("odd", 0, null, new byte[] {(byte) 0xC3, 0x28});
        write("odd", 0, null, "two\nlines".getBytes(UTF_8));
        write("odd", 0, null, new byte[0]);
        write("odd", 0, null, "[1]".getBytes(UTF_8));
        String alert =
                "{\"merchant\":{\"creditCode\":\"%s\"},\"event\":{\"id\":\"A-1\",\"time\":\"2026-11-20\",\"type\":\"rodent\"}}"
                        .formatted(Samples.code(1));
        write("odd", 0, null, alert.getBytes(UTF_8));
        FetchHouse house = house("odd", "at-most: 10");
        assertThat(house.pull().rows()).isEqualTo(6);
        assertThat(lines(house))
                .containsExactly(
                        "kafka deletion partition=0 offset=0 key=\"91210100MA0000000X\"",
                        "kafka no-json partition=0 offset=1 value=base64:wyg=",
                        "kafka no-json partition=0 offset=2 value=base64:dHdvCmxpbmVz",
                        "kafka no-json partition=0 offset=3 value=\"\"",
                        "kafka no-json partition=0 offset=4 value=\"[1]\"",
                        alert);
        String file =
                house.store.fetches().latest(FetchHouse.FEED).orElseThrow().file();
        TrialResult trial = FeedTrial.run(
                FeedCatalogue.builtIn().get("alerts"), house.inbox().resolve(file), 10);
        assertThat(trial.rows()).isEqualTo(6);
        assertThat(trial.accepted()).isEqualTo(1);
        assertThat(trial.firstRefused())
                .hasSize(5)
                .first()
                .satisfies(row -> assertThat(row.original()).contains("91210100MA0000000X"));
    }

    @Test
    void theSameRecordTwiceIsFetchedTwiceAndWhatTheTopicLostIsTold() throws Exception {
        topic("lost", 1);
        byte[] same = "{\"n\":1}".getBytes(UTF_8);
        FetchHouse house = house("lost", "at-most: 1");
        write("lost", 0, null, same);
        write("lost", 0, null, same);
        assertThat(house.pull().rows()).isEqualTo(2);
        IntStream.range(0, 5).forEach(n -> write("lost", 0, null, same));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
            admin.deleteRecords(Map.of(new TopicPartition("lost", 0), RecordsToDelete.beforeOffset(4)))
                    .all()
                    .get(1, TimeUnit.MINUTES);
        }
        Pull pull = house.pull();
        assertThat(pull.rows()).isEqualTo(3);
        assertThat(pull.message()).contains("offset 2 of partition 0 is gone, read on from 4");
    }

    @Test
    void aTopicThatIsNotThereAndABrokerThatIsAwayAreTold() {
        assertThat(house("nowhere", "at-most: 10").pull())
                .satisfies(pull -> assertThat(pull.state()).isEqualTo(Pull.State.FAILED));
        FetchHouse away = new FetchHouse(FetchHouse.dataSource(TestEngines.freshDatabase()), folder.resolve("away"))
                .with(yaml("any", "at-most: 1")
                        .replace(kafka.brokers(), "127.0.0.1:1")
                        .replace("10s", "300ms"));
        Pull pull = away.pull();
        assertThat(pull.state()).isEqualTo(Pull.State.FAILED);
        assertThat(pull.reason()).isEqualTo("unreachable");
        assertThat(away.waits).hasSize(4);
    }

    @Test
    void whereverTheProcessIsKilledEachRecordIsFetchedOnce() throws Exception {
        topic("crash", 1);
        TestDatabase database = TestEngines.freshDatabase();
        FetchHouse house = new FetchHouse(FetchHouse.dataSource(database), folder.resolve("crash"));
        int n = 0;
        for (FetchSteps.Step step : FetchSteps.Step.values()) {
            for (int i = 0; i < 6; i++) {
                write("crash", 0, null, "{\"n\":%d}".formatted(n++).getBytes(UTF_8));
            }
            kill(database, step);
        }
        house.with(yaml("crash", "at-most: 4"));
        assertThat(house.pull().state()).isIn(Pull.State.OK, Pull.State.EMPTY);
        assertThat(lines(house))
                .containsExactlyElementsOf(
                        IntStream.range(0, n).mapToObj("{\"n\":%d}"::formatted).toList());
        assertThat(house.names())
                .hasSize(house.store.fetches().latest(FetchHouse.FEED, 1_000).size());
    }

    /** Pulls in a process of its own that ends itself after a step. */
    private void kill(TestDatabase database, FetchSteps.Step step) throws Exception {
        Path log = folder.resolve(step + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaPullProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        folder.resolve("crash").toString(),
                        yaml("crash", "at-most: 4"),
                        step.name())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("it comes to " + step)
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(FetchProcess.HALTED);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private FetchHouse house(String topic, String more) {
        return new FetchHouse(FetchHouse.dataSource(TestEngines.freshDatabase()), folder.resolve(topic))
                .with(yaml(topic, more));
    }

    private static FetchHouse house(String topic, String more, FetchHouse former) {
        return former.with(yaml(topic, more));
    }

    private static String yaml(String topic, String more) {
        return """
                source:
                  type: kafka
                  brokers: ["%s"]
                  topic: %s
                  group: sise
                  insecure: true
                  every: 1s
                  timeout: 10s
                  %s
                """.formatted(kafka.brokers(), topic, more);
    }

    private static List<String> lines(FetchHouse house) throws Exception {
        return house.texts().stream().flatMap(String::lines).toList();
    }

    private static void topic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(1, TimeUnit.MINUTES);
        }
    }

    private static void write(String topic, int partition, String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.brokers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key == null ? null : key.getBytes(UTF_8), value))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
