package org.sise.integrations.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.NoticeTarget;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.ledger.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the subscribers' queues stand. */
public final class Subscribers {

    private static final int MOST_UNCOLLECTED = 1_000;
    private static final Duration LAG = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final SubscriptionCatalogue catalogue;
    private final Clock clock;

    Subscribers(DataSource dataSource, SubscriptionCatalogue catalogue, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.outbox = new Outbox(dataSource);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    private record Row(
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant nextAttempt,
            @Nullable String lastError,
            @Nullable Instant lastSentAt,
            @Nullable Instant oldest,
            @Nullable Instant queuedAt,
            long faults) {

        static final Row NONE = new Row(0, null, null, null, null, null, null, 0);

        static Row of(ResultSet row, int n) throws SQLException {
            return new Row(
                    row.getInt("failures"),
                    instant(row, "failing_since"),
                    instant(row, "next_attempt"),
                    row.getString("last_error"),
                    instant(row, "last_sent_at"),
                    instant(row, "oldest"),
                    instant(row, "queued_at"),
                    row.getLong("faults"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
    }

    /** All subscriptions, those that are off among them. */
    public List<SubscriberState> all() {
        Map<String, Map<NoticeState, Long>> counts = counts();
        return catalogue.all().stream()
                .map(subscription -> state(subscription, counts.getOrDefault(subscription.subscriber(), Map.of())))
                .toList();
    }

    private SubscriberState state(Subscription subscription, Map<NoticeState, Long> counts) {
        Optional<Row> found = jdbc.sql("""
                        select s.*, p.happened_at as oldest, p.created_at as queued_at, (
                            select count(*) from integrations.notice_feedback_fault f
                            where f.subscriber = s.subscriber) as faults
                        from integrations.subscriber s left join lateral (
                            select happened_at, created_at from integrations.notice n
                            where n.subscriber = s.subscriber and n.state = 'pending' order by number limit 1) p on true
                        where s.subscriber = :subscriber""")
                .param("subscriber", subscription.subscriber())
                .query(Row::of)
                .optional();
        Row row = found.orElse(Row.NONE);
        long uncollected = found.isPresent() && subscription.active()
                ? outbox.behind(NoticeCollector.consumer(subscription.subscriber()), MOST_UNCOLLECTED)
                : 0;
        return new SubscriberState(
                subscription,
                condition(subscription, row, uncollected),
                counts,
                uncollected,
                row.oldest(),
                row.failures(),
                row.failingSince(),
                row.nextAttempt(),
                row.lastError(),
                row.lastSentAt(),
                row.faults());
    }

    private SubscriberState.Condition condition(Subscription subscription, Row row, long uncollected) {
        if (!subscription.active()) {
            return SubscriberState.Condition.OFF;
        }
        if (row.failingSince() != null) {
            return SubscriberState.Condition.FAILING;
        }
        Duration patience = switch (subscription.to()) {
            case NoticeTarget.Folder folder -> LAG.plus(folder.every());
            case NoticeTarget.Http _, NoticeTarget.Kafka _ -> LAG;
        };
        boolean late = row.queuedAt() != null
                && row.queuedAt().isBefore(clock.instant().minus(patience));
        return late || uncollected >= MOST_UNCOLLECTED
                ? SubscriberState.Condition.BEHIND
                : SubscriberState.Condition.OK;
    }

    private Map<String, Map<NoticeState, Long>> counts() {
        Map<String, Map<NoticeState, Long>> counts = new HashMap<>();
        jdbc.sql("select subscriber, state, count(*) as n from integrations.notice group by subscriber, state")
                .query(row -> {
                    counts.computeIfAbsent(row.getString("subscriber"), _ -> new EnumMap<>(NoticeState.class))
                            .put(NoticeState.ofToken(row.getString("state")), row.getLong("n"));
                });
        return counts;
    }
}
