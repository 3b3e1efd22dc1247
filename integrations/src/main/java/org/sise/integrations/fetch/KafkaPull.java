package org.sise.integrations.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.sise.integrations.descriptor.KafkaSource;
import org.sise.integrations.landing.Fetch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One look at a Kafka topic: what it holds when the look begins, gathered into files of at most so many rows. The
 * position of a fetch is the next offset of each partition; the brokers' group offsets are moved along behind it where
 * the department wants to see them, and never asked.
 */
final class KafkaPull {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final String feed;
    private final KafkaSource source;
    private final Spool spool;
    private final PullTools tools;

    KafkaPull(String feed, KafkaSource source, Spool spool, PullTools tools) {
        this.feed = feed;
        this.source = source;
        this.spool = spool;
        this.tools = tools;
    }

    void run(Optional<Fetch> former, Gain gain) throws PullFault {
        // what an attempt has committed holds for the next one
        AtomicReference<Optional<Fetch>> latest = new AtomicReference<>(former);
        Map<String, Object> settings = settings();
        new Retry(source.retry(), tools.random(), tools.pause()).run(() -> {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                Map<TopicPartition, Long> next = begin(consumer, position(Objects.requireNonNull(latest.get())), gain);
                Map<TopicPartition, Long> ends = consumer.endOffsets(next.keySet());
                while (isBefore(next, ends)) {
                    Optional<Fetch> fetch = gather(consumer, next, ends, gain);
                    if (fetch.isEmpty()) {
                        return true;
                    }
                    latest.set(fetch);
                }
            } catch (KafkaException e) {
                throw fault(e);
            }
            return true;
        });
    }

    private Map<String, Object> settings() throws PullFault {
        Map<String, Object> settings;
        try {
            settings = KafkaSettings.of(source.access(), tools.secrets(), tools.home());
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof PullFault fault) {
                throw fault;
            }
            throw e;
        }
        int timeout = Math.toIntExact(source.timeout().toMillis());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(source.atMost(), 5_000));
        if (source.group() != null) {
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, source.group());
        }
        return settings;
    }

    /** Places the consumer; what the topic no longer holds is told. */
    private Map<TopicPartition, Long> begin(
            KafkaConsumer<byte[], byte[]> consumer, Map<Integer, Long> position, Gain gain) throws PullFault {
        List<PartitionInfo> infos = consumer.partitionsFor(source.topic());
        if (infos == null || infos.isEmpty()) {
            throw PullFault.lasting(
                    PullReason.NOT_FOUND, "没有主题 " + source.topic(), "there is no topic " + source.topic());
        }
        List<TopicPartition> partitions = infos.stream()
                .map(info -> new TopicPartition(source.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> next = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long first = at(oldest, partition);
            long end = at(ends, partition);
            boolean begins = position.isEmpty() && source.fromEnd();
            long at = position.getOrDefault(partition.partition(), begins ? end : first);
            if (at < first || at > end) {
                gain.remark("分区%d位置%d已不存在, 从%d读起 / offset %d of partition %d is gone, read on from %d"
                        .formatted(partition.partition(), at, first, at, partition.partition(), first));
                at = first;
            }
            consumer.seek(partition, at);
            next.put(partition, at);
        }
        return next;
    }

    /** Reads up to the ends, or to the most rows of a file, and commits them; empty where there was no row. */
    private Optional<Fetch> gather(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> next,
            Map<TopicPartition, Long> ends,
            Gain gain)
            throws PullFault {
        try (SpoolFile file = spool.begin(feed + ".jsonl")) {
            long rows = 0;
            long moved = System.nanoTime();
            while (rows < source.atMost() && isBefore(next, ends)) {
                tools.pause().pause(Duration.ZERO);
                boolean progress = false;
                var polled = consumer.poll(POLL);
                for (TopicPartition partition : polled.partitions()) {
                    for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                        if (rows < source.atMost()) {
                            file.write(KafkaLine.of(record));
                            file.write('\n');
                            next.put(partition, record.offset() + 1);
                            rows++;
                            progress = true;
                        } else {
                            consumer.seek(partition, at(next, partition));
                            break;
                        }
                    }
                }
                for (TopicPartition partition : ends.keySet()) {
                    // behind the last record stand the marks of transactions, which give no row
                    if (rows < source.atMost()) {
                        progress |= consumer.position(partition) > at(next, partition);
                        next.merge(partition, consumer.position(partition), Math::max);
                    }
                }
                if (progress) {
                    moved = System.nanoTime();
                } else if (System.nanoTime() - moved > source.timeout().toNanos()) {
                    throw PullFault.passing(
                            PullReason.TIMEOUT, source.topic(), "nothing comes from topic " + source.topic(), null);
                }
            }
            if (rows == 0) {
                return Optional.empty();
            }
            Fetch fetch = spool.commit(file, rows, write(next), null, true, null);
            gain.add(fetch);
            tell(consumer, next, gain);
            spool.acknowledged(fetch);
            return Optional.of(fetch);
        } catch (IOException e) {
            throw SftpPull.inbox(e);
        }
    }

    private static boolean isBefore(Map<TopicPartition, Long> next, Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().anyMatch(partition -> at(next, partition) < at(ends, partition));
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNullElse(offsets.get(partition), 0L);
    }

    private void tell(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> next, Gain gain) {
        if (source.group() == null) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        try {
            consumer.commitSync(offsets);
        } catch (KafkaException e) {
            gain.remark("组 %s 的位点未更新 / the offsets of group %s were not moved: %s"
                    .formatted(source.group(), source.group(), e.getMessage()));
        }
    }

    private static String write(Map<TopicPartition, Long> next) {
        Map<Integer, Long> offsets = new TreeMap<>();
        next.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
        return JSON.writeValueAsString(Map.of("offsets", offsets));
    }

    private static Map<Integer, Long> position(Optional<Fetch> former) {
        return former.map(fetch -> JSON.readValue(
                                fetch.position(), new TypeReference<Map<String, Map<Integer, Long>>>() {})
                        .getOrDefault("offsets", Map.of()))
                .orElse(Map.of());
    }

    private PullFault fault(KafkaException e) {
        String says = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return switch (e) {
            case SslAuthenticationException _ ->
                PullFault.lasting(PullReason.CERTIFICATE, source.access().brokers(), says, e);
            case AuthenticationException _ -> PullFault.lasting(PullReason.DENIED, "请检查用户与密钥", says, e);
            case AuthorizationException _ -> PullFault.lasting(PullReason.DENIED, "没有读取主题的权限", says, e);
            case InvalidTopicException _ -> PullFault.lasting(PullReason.NOT_FOUND, source.topic(), says, e);
            case TimeoutException _ ->
                PullFault.passing(PullReason.UNREACHABLE, source.access().brokers(), says, e);
            default -> PullFault.passing(PullReason.UNREACHABLE, says, says, e);
        };
    }
}
