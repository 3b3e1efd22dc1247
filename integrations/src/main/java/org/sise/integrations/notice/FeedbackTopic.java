package org.sise.integrations.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.KafkaAccess;
import org.sise.integrations.fetch.KafkaSettings;
import org.sise.integrations.fetch.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads feedback from a Kafka topic. Where it is read on stands in our database and moves in the transaction that takes
 * the feedback; what the brokers know of a group is never asked.
 */
final class FeedbackTopic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackTopic.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final String subscriber;
    private final KafkaAccess access;
    private final String topic;
    private final Secrets secrets;
    private final Path home;
    private final FeedbackStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private @Nullable KafkaConsumer<String, String> consumer;
    private long assignedAt;

    FeedbackTopic(
            String subscriber,
            KafkaAccess access,
            String topic,
            Secrets secrets,
            Path home,
            FeedbackStore store,
            DataSource dataSource) {
        this.subscriber = subscriber;
        this.access = access;
        this.topic = topic;
        this.secrets = secrets;
        this.home = home;
        this.store = store;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Takes what is there. A failure is told and tried again. */
    void read() {
        try {
            KafkaConsumer<String, String> open = open();
            if (open.assignment().isEmpty()) {
                return;
            }
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            open.poll(PATIENCE).forEach(records::add);
            if (!records.isEmpty()) {
                transaction.executeWithoutResult(_ -> take(records));
            }
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("{}: 反馈主题稍后再读 / feedback topic {} is read again later: {}", subscriber, topic, e.getMessage());
            close();
        } catch (RuntimeException e) {
            // the transaction is undone, so the records are read again from the place in the database
            close();
            throw e;
        }
    }

    private void take(List<ConsumerRecord<String, String>> records) {
        Map<Integer, Long> next = new HashMap<>();
        for (ConsumerRecord<String, String> record : records) {
            String value = record.value();
            if (value != null) {
                try {
                    FeedbackLine line = FeedbackLine.ofJson(value);
                    if (store.tryTake(line.key(), subscriber, line.feedback(), FeedbackWay.TOPIC, subscriber)
                            == FeedbackStore.Taken.UNKNOWN) {
                        throw new UnknownNoticeException(line.key().toString());
                    }
                } catch (IllegalArgumentException e) {
                    store.fault(
                            subscriber,
                            topic + "-" + record.partition(),
                            record.offset(),
                            value,
                            String.valueOf(e.getMessage()));
                }
            }
            next.put(record.partition(), record.offset() + 1);
        }
        next.forEach((part, offset) -> jdbc.sql("""
                        insert into integrations.notice_feedback_offset (subscriber, topic, part, next)
                        values (:subscriber, :topic, :part, :next)
                        on conflict (subscriber, topic, part) do update set next = excluded.next""")
                .param("subscriber", subscriber)
                .param("topic", topic)
                .param("part", part)
                .param("next", offset)
                .update());
    }

    private KafkaConsumer<String, String> open() {
        KafkaConsumer<String, String> open = consumer;
        boolean known = open != null
                && System.nanoTime() - assignedAt < LOOK_AGAIN.toNanos()
                && !open.assignment().isEmpty();
        if (open == null) {
            Map<String, Object> settings = KafkaSettings.of(access, secrets, home);
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
            settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
            open = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
            consumer = open;
        }
        if (!known) {
            assign(open);
        }
        return open;
    }

    private void assign(KafkaConsumer<String, String> open) {
        List<PartitionInfo> found = open.partitionsFor(topic);
        List<TopicPartition> partitions = found == null
                ? List.of()
                : found.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        open.assign(partitions);
        for (TopicPartition partition : partitions) {
            long next = jdbc.sql("""
                            select next from integrations.notice_feedback_offset
                            where subscriber = :subscriber and topic = :topic and part = :part""")
                    .param("subscriber", subscriber)
                    .param("topic", topic)
                    .param("part", partition.partition())
                    .query(Long.class)
                    .optional()
                    .orElse(0L);
            open.seek(partition, next);
        }
        assignedAt = System.nanoTime();
    }

    @Override
    public void close() {
        KafkaConsumer<String, String> open = consumer;
        consumer = null;
        if (open != null) {
            open.close();
        }
    }
}
