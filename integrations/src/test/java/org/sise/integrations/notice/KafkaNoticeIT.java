package org.sise.integrations.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.engines.testing.TestKafka;
import org.sise.integrations.Samples;
import org.sise.integrations.feed.Await;

/** Notices written to a real broker, and feedback read from it. */
class KafkaNoticeIT {

    private static final String DATA = """
            subscriber: data
            title: {zh: 大数据, en: Data}
            department: 大数据管理局
            topics: [grade-changed]
            from: start
            retry: {first: 20ms, longest: 200ms}
            to: {type: kafka, brokers: ["%s"], topic: %s, feedback: %s, insecure: true, timeout: 2s}
            """;

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
    void noticesAreKeyedByBusinessAndCarryTheirKey() throws Exception {
        try (NoticeHouse house = house("keyed")) {
            IntStream.rangeClosed(1, 30).forEach(n -> house.changed(n % 10));
            house.start();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 30);
            List<ConsumerRecord<String, String>> records = read("keyed");
            assertThat(records)
                    .extracting(ConsumerRecord::value)
                    .containsExactlyElementsOf(
                            house.notices().stream().map(Notice::body).toList());
            assertThat(records.get(0).key()).isEqualTo(Samples.code(1));
            assertThat(new String(records.get(0)
                            .headers()
                            .lastHeader("idempotency-key")
                            .value()))
                    .isEqualTo(house.notices().getFirst().key().toString());
        }
    }

    @Test
    void aBrokerThatWasKilledGetsTheRestInOrderForEachBusiness() throws Exception {
        try (NoticeHouse house = house("killed")) {
            IntStream.rangeClosed(1, 20).forEach(house::changed);
            house.start();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 20);
            kafka.kill();
            IntStream.rangeClosed(1, 60).forEach(n -> house.changed(n % 5));
            Await.until(() -> house.store.subscribers().all().getFirst(), state -> state.failures() > 0);
            kafka.restart();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 80);
            Map<String, List<String>> got = new HashMap<>();
            read("killed").forEach(record -> {
                List<String> of = got.computeIfAbsent(record.key(), _ -> new ArrayList<>());
                if (!of.contains(record.value())) {
                    of.add(record.value());
                }
            });
            Map<String, List<String>> told = new HashMap<>();
            house.notices()
                    .forEach(n -> told.computeIfAbsent(n.subject(), _ -> new ArrayList<>())
                            .add(n.body()));
            assertThat(got).isEqualTo(told);
        }
    }

    @Test
    void feedbackComesByATopicAndIsReadOnFromOurOwnPlace() throws Exception {
        var dataSource = NoticeHouse.dataSource(TestEngines.freshDatabase());
        UUID key;
        try (NoticeHouse house = new NoticeHouse(dataSource, folder, subscription("told"))) {
            house.changed(1);
            house.start();
            Await.until(() -> house.count(NoticeState.SENT), sent -> sent == 1);
            key = house.notices().getFirst().key();
            write("told-feedback", null);
            write("told-feedback", "no json");
            write("told-feedback", "{\"key\":\"%s\",\"state\":\"received\"}".formatted(new UUID(3, 4)));
            write("told-feedback", "{\"key\":\"%s\",\"state\":\"acted\",\"reference\":\"D-9\"}".formatted(key));
            Await.until(() -> house.notices().getFirst(), notice -> notice.answer() == FeedbackState.ACTED);
            assertThat(house.notices().getFirst().reference()).isEqualTo("D-9");
            assertThat(house.jdbc
                            .sql("select place from integrations.notice_feedback_fault order by place")
                            .query(Long.class)
                            .list())
                    .containsExactly(1L, 2L);
        }
        write("told-feedback", "{\"key\":\"%s\",\"state\":\"refused\",\"text\":\"更正\"}".formatted(key));
        try (NoticeHouse again = new NoticeHouse(dataSource, folder, subscription("told")).start()) {
            Await.until(() -> again.notices().getFirst(), notice -> notice.answer() == FeedbackState.REFUSED);
            assertThat(again.events(FeedbackStore.GIVEN)).hasSize(2);
            assertThat(again.jdbc
                            .sql("select next from integrations.notice_feedback_offset")
                            .query(Long.class)
                            .single())
                    .isEqualTo(5);
        }
    }

    private NoticeHouse house(String topic) {
        return new NoticeHouse(NoticeHouse.dataSource(TestEngines.freshDatabase()), folder, subscription(topic));
    }

    private static String subscription(String topic) {
        return DATA.formatted(kafka.brokers(), topic, topic + "-feedback");
    }

    private static void write(String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.brokers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<ConsumerRecord<String, String>> read(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.brokers(), "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
