package org.sise.integrations.notice;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.integrations.descriptor.NoticeFilter;
import org.sise.integrations.descriptor.Subscription;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Turns the outbox's events into a subscriber's notices, in the transaction that moves the subscriber's place in the outbox. */
final class NoticeCollector {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] COLOURS = {"before", "after"};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Businesses businesses;

    NoticeCollector(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.outbox = new Outbox(dataSource);
        this.businesses = new Businesses(dataSource);
    }

    /** The name under which a subscriber reads the outbox. */
    static String consumer(String subscriber) {
        return "notice:" + subscriber;
    }

    /** Makes a place for a subscriber that has none, at the outbox's beginning or at its present end. */
    void begin(Subscription subscription) {
        transaction.executeWithoutResult(_ -> {
            int made =
                    jdbc.sql("""
                            insert into integrations.subscriber (subscriber) values (:subscriber) on conflict do nothing""").param("subscriber", subscription.subscriber()).update();
            if (made > 0 && !subscription.fromStart()) {
                outbox.beginNow(consumer(subscription.subscriber()));
            }
        });
    }

    /**
     * Takes the next events.
     *
     * @return how many there were, wanted or not
     */
    int collect(Subscription subscription, int limit) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long number = jdbc.sql("""
                            select last_number from integrations.subscriber where subscriber = :subscriber for update""")
                    .param("subscriber", subscription.subscriber())
                    .query(Long.class)
                    .single();
            List<OutboxEvent> events = outbox.next(consumer(subscription.subscriber()), limit);
            if (events.isEmpty()) {
                return 0;
            }
            List<OutboxEvent> asked = events.stream()
                    .filter(event -> subscription.topics().contains(event.topic()))
                    .toList();
            if (!asked.isEmpty()) {
                write(subscription, number, asked);
            }
            outbox.acknowledge(
                    consumer(subscription.subscriber()), events.getLast().position());
            return events.size();
        }));
    }

    private void write(Subscription subscription, long last, List<OutboxEvent> events) {
        Map<String, Business> known = businesses.of(
                events.stream().map(OutboxEvent::subject).distinct().toList());
        List<Object[]> rows = new ArrayList<>();
        long number = last;
        for (OutboxEvent event : events) {
            Business business = known.get(event.subject());
            if (takes(subscription.where(), event, business)) {
                UUID key = NoticeKey.of(subscription.subscriber(), event.position());
                number++;
                rows.add(new Object[] {
                    number,
                    key,
                    Long.toString(event.position().xact()),
                    event.position().id(),
                    event.topic(),
                    event.subject(),
                    Timestamp.from(event.createdAt()),
                    NoticeBody.of(event, key, number, business)
                });
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into integrations.notice (subscriber, number, key, event_xact, event_id, topic, subject,
                            happened_at, body, state)
                        select :subscriber, number, key, xact::xid8, event, topic, subject, at, body, 'pending'
                        from unnest(:numbers, :keys, :xacts, :events, :topics, :subjects, :times, :bodies)
                            as n (number, key, xact, event, topic, subject, at, body)
                        order by number""")
                .param("subscriber", subscription.subscriber())
                .param("numbers", column(rows, 0, Long[]::new))
                .param("keys", column(rows, 1, UUID[]::new))
                .param("xacts", column(rows, 2, String[]::new))
                .param("events", column(rows, 3, Long[]::new))
                .param("topics", column(rows, 4, String[]::new))
                .param("subjects", column(rows, 5, String[]::new))
                .param("times", column(rows, 6, Timestamp[]::new))
                .param("bodies", column(rows, 7, String[]::new))
                .update();
        jdbc.sql("update integrations.subscriber set last_number = :number where subscriber = :subscriber")
                .param("number", number)
                .param("subscriber", subscription.subscriber())
                .update();
    }

    private static <T> T[] column(List<Object[]> rows, int n, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(row -> row[n]).toArray(array);
    }

    private static boolean takes(NoticeFilter where, OutboxEvent event, @Nullable Business business) {
        if (!where.takes(business == null ? null : business.region(), business == null ? null : business.industry())) {
            return false;
        }
        Set<Grade> grades = EnumSet.noneOf(Grade.class);
        if (event.topic().equals(Grades.CHANGED)) {
            for (String field : COLOURS) {
                Grade grade = NoticeBody.grade(JSON.readTree(event.payload()).get(field));
                if (grade != null) {
                    grades.add(grade);
                }
            }
        } else if (business != null && business.grade() != null) {
            grades.add(business.grade());
        }
        return where.takesAny(grades);
    }
}
