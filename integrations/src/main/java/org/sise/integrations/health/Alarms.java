package org.sise.integrations.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alarms about feeds: opened when a feed begins to be late, silent, held or failing, closed when it no longer is. Each
 * opening and each closing is one event {@value #TOPIC} of the ledger's outbox, about the feed, and one line of the log.
 */
public final class Alarms {

    /** The topic of the events. */
    public static final String TOPIC = "feed-alarm";

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final FeedHealth health;

    /** By the health of feeds. */
    public Alarms(DataSource dataSource, FeedHealth health) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.outbox = new Outbox(dataSource);
        this.health = health;
    }

    /** Looks at every feed; opens and closes what is to be. Harmless to repeat, also by several processes at once. */
    public void check() {
        for (FeedStatus status : health.look()) {
            Objects.requireNonNull(transaction.execute(_ -> check(status))).ifPresent(LOG::warn);
        }
    }

    /** The open alarms, the latest first. */
    public List<Alarm> open() {
        return jdbc.sql("select * from integrations.alarm where closed_at is null order by id desc")
                .query(Alarm::of)
                .list();
    }

    /** The alarms about a feed, the latest first. */
    public List<Alarm> ofFeed(String feed, int limit) {
        return jdbc.sql("select * from integrations.alarm where feed = :feed order by id desc limit :limit")
                .param("feed", feed)
                .param("limit", limit)
                .query(Alarm::of)
                .list();
    }

    /** What changed, in words, if anything did. */
    private Optional<String> check(FeedStatus status) {
        String feed = status.feed().feed();
        List<Alarm> closed = jdbc.sql("""
                        update integrations.alarm set closed_at = now()
                        where feed = :feed and closed_at is null and kind <> :kind returning *""")
                .param("feed", feed)
                .param("kind", status.state().token())
                .query(Alarm::of)
                .list();
        closed.forEach(alarm -> tell(alarm, "closed"));
        List<Alarm> opened = !status.state().isAlarming()
                ? List.of()
                : jdbc.sql("""
                                insert into integrations.alarm (feed, kind, message) values (:feed, :kind, :message)
                                on conflict (feed, kind) where closed_at is null do nothing returning *""")
                        .param("feed", feed)
                        .param("kind", status.state().token())
                        .param("message", message(status))
                        .query(Alarm::of)
                        .list();
        opened.forEach(alarm -> tell(alarm, "opened"));
        if (!opened.isEmpty()) {
            return Optional.of(feed + ": " + opened.getFirst().message());
        }
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: 不再%s / no longer %s"
                        .formatted(
                                feed,
                                closed.getFirst().kind().zh(),
                                closed.getFirst().kind().en()));
    }

    private void tell(Alarm alarm, String what) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("alarm", alarm.id());
        payload.put("feed", alarm.feed());
        payload.put("kind", alarm.kind().token());
        payload.put("change", what);
        payload.put("message", alarm.message());
        payload.put("openedAt", alarm.openedAt().toString());
        outbox.add(TOPIC, alarm.feed(), JsonMapper.shared().writeValueAsString(payload));
    }

    private static String message(FeedStatus status) {
        return switch (status.state()) {
            case HELD ->
                status.held() == null
                        ? status.state().zh()
                        : String.valueOf(status.held().message());
            case FAILING -> {
                FeedStatus.Pull pull = status.lastPull();
                yield pull == null || pull.message() == null
                        ? "最近一次拉取失败, 请查看来源的地址与凭证 / the last pull failed: look at the source's address and credentials"
                        : pull.message();
            }
            case SILENT ->
                "自%s起没有文件, 超过%s, 请联系部门 / no file since %s, for more than %s: ask the department"
                        .formatted(
                                time(status.lastFile()),
                                words(status.feed().watch().silentAfter(), true),
                                time(status.lastFile()),
                                words(status.feed().watch().silentAfter(), false));
            case LATE ->
                "应每%s一次, 最近一次在%s, 请联系部门 / due every %s, the last was at %s: ask the department"
                        .formatted(
                                words(status.feed().watch().every(), true),
                                time(status.lastFile()),
                                words(status.feed().watch().every(), false),
                                time(status.lastFile()));
            case NEVER, OK -> status.state().zh() + " / " + status.state().en();
        };
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "—" : TIME.format(LocalDateTime.ofInstant(at, FeedHealth.ZONE));
    }

    private static String words(@Nullable Duration duration, boolean zh) {
        if (duration == null) {
            return "—";
        }
        long minutes = duration.toMinutes();
        if (minutes % 1440 == 0) {
            return minutes / 1440 + (zh ? "天" : " d");
        }
        return minutes % 60 == 0 ? minutes / 60 + (zh ? "小时" : " h") : minutes + (zh ? "分钟" : " min");
    }
}
