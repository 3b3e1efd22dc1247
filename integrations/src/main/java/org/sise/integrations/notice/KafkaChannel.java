package org.sise.integrations.notice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.NoticeTarget;
import org.sise.integrations.fetch.KafkaSettings;
import org.sise.integrations.fetch.Secrets;

/**
 * Writes notices to a topic, keyed by business, confirmed by all replicas. Order holds for each business, as it does in
 * Kafka: no two notices of one business are on their way at once, so that none can overtake where one fails.
 */
final class KafkaChannel implements NoticeChannel {

    private static final int LARGEST_PARCEL = 500;

    private final NoticeTarget.Kafka target;
    private final Secrets secrets;
    private final Path home;
    private final @Nullable FeedbackTopic feedback;
    private @Nullable KafkaProducer<String, String> producer;

    KafkaChannel(NoticeTarget.Kafka target, Secrets secrets, Path home, @Nullable FeedbackTopic feedback) {
        this.target = target;
        this.secrets = secrets;
        this.home = home;
        this.feedback = feedback;
    }

    @Override
    public List<Outgoing> parcel(List<Outgoing> pending) {
        Set<String> subjects = new HashSet<>();
        int size = 0;
        while (size < pending.size()
                && size < LARGEST_PARCEL
                && subjects.add(pending.get(size).subject())) {
            size++;
        }
        return pending.subList(0, size);
    }

    @Override
    public List<Outcome> send(List<Outgoing> parcel) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(parcel.size());
        List<Outcome> outcomes = new ArrayList<>(parcel.size());
        try {
            KafkaProducer<String, String> open = open();
            for (Outgoing notice : parcel) {
                sent.add(open.send(record(notice)));
            }
            for (Future<RecordMetadata> one : sent) {
                outcomes.add(outcome(one));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lost(parcel, "服务停止 / stopped with the server");
        } catch (InterruptException e) {
            return lost(parcel, "服务停止 / stopped with the server");
        } catch (KafkaException | IllegalStateException | IllegalArgumentException e) {
            return lost(parcel, "无法写入Kafka / Kafka cannot be written: " + message(e));
        }
        if (outcomes.stream().anyMatch(Outcome.Later.class::isInstance)) {
            drop();
        }
        return outcomes;
    }

    @Override
    public void readFeedback() {
        if (feedback != null) {
            feedback.read();
        }
    }

    @Override
    public void close() {
        drop();
        if (feedback != null) {
            feedback.close();
        }
    }

    private KafkaProducer<String, String> open() {
        KafkaProducer<String, String> open = producer;
        if (open == null) {
            Map<String, Object> settings = KafkaSettings.of(target.access(), secrets, home);
            int timeout = (int) target.timeout().toMillis();
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, timeout / 2));
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
            open = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            producer = open;
        }
        return open;
    }

    /** What is still in the producer's memory must not go out later, behind what is sent again. */
    private void drop() {
        KafkaProducer<String, String> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private List<Outcome> lost(List<Outgoing> parcel, String why) {
        drop();
        return Collections.nCopies(parcel.size(), new Outcome.Later(null, why, null));
    }

    private ProducerRecord<String, String> record(Outgoing notice) {
        ProducerRecord<String, String> record = new ProducerRecord<>(target.topic(), notice.subject(), notice.body());
        record.headers()
                .add("idempotency-key", notice.key().toString().getBytes(StandardCharsets.US_ASCII))
                .add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    private static Outcome outcome(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return Outcome.Arrived.SILENTLY;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return new Outcome.Refused(null, "超过主题允许的大小 / larger than the topic allows: " + message(e));
            }
            return new Outcome.Later(null, "无法写入Kafka / Kafka cannot be written: " + message(e), null);
        }
    }

    private static String message(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
