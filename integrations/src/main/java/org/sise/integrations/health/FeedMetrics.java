package org.sise.integrations.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.FeedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Metrics of feeds, as {@code docs/metrics.md} lists them. Counts come from the database and so outlive a restart and are
 * the same in every process; they are looked up every {@link #FRESH} at most. What nobody can tell is not a number.
 */
public final class FeedMetrics implements MeterBinder {

    /** How old a looked-up figure may be. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(FeedMetrics.class);
    private static final Map<String, ToDoubleFunction<FeedDay>> OUTCOMES = new LinkedHashMap<>();

    static {
        OUTCOMES.put("read", FeedDay::rows);
        OUTCOMES.put("fresh", FeedDay::fresh);
        OUTCOMES.put("same", FeedDay::same);
        OUTCOMES.put("corrected", FeedDay::corrected);
        OUTCOMES.put("withdrawn", FeedDay::withdrawn);
        OUTCOMES.put("quarantined", FeedDay::quarantined);
        OUTCOMES.put("waiting", FeedDay::waiting);
    }

    private final FeedCatalogue catalogue;
    private final FeedHealth health;
    private final FeedFigures figures;
    private final Clock clock;
    private @Nullable Look look;

    private record Look(Instant at, Map<String, FeedDay> totals, Map<String, FeedStatus> statuses) {}

    /** Of the feeds of a store. */
    public FeedMetrics(DataSource dataSource, FeedStore store, FeedHealth health, Clock clock) {
        this.catalogue = store.catalogue();
        this.health = health;
        this.figures = new FeedFigures(dataSource);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (FeedDescriptor descriptor : catalogue.feeds()) {
            String feed = descriptor.feed();
            OUTCOMES.forEach((outcome, count) -> counter(
                    registry,
                    "sise.feed.rows",
                    feed,
                    outcome,
                    count,
                    "Rows read, and records or rows by what became of them"));
            counter(registry, "sise.feed.files", feed, "done", FeedDay::files, "Files by what became of them");
            counter(registry, "sise.feed.files", feed, "refused", FeedDay::refused, "Files by what became of them");
            gauge(
                    registry,
                    "sise.feed.lag.seconds",
                    feed,
                    s -> seconds(s.lastFile()),
                    "seconds",
                    "Time since the last file was read to its end");
            gauge(
                    registry,
                    "sise.feed.held",
                    feed,
                    s -> s.held() == null ? 0 : 1,
                    null,
                    "1 while a delivery waits for a person, else 0");
            gauge(
                    registry,
                    "sise.feed.alarming",
                    feed,
                    s -> s.state().isAlarming() ? 1 : 0,
                    null,
                    "1 while the feed is late, silent, held or failing, else 0");
            gauge(
                    registry,
                    "sise.quarantine.open",
                    feed,
                    FeedStatus::open,
                    null,
                    "Faulty rows that nobody has mended or set aside");
            gauge(
                    registry,
                    "sise.quarantine.waiting",
                    feed,
                    FeedStatus::waiting,
                    null,
                    "Rows that wait for a registration");
            gauge(
                    registry,
                    "sise.quarantine.age.seconds",
                    feed,
                    s -> s.oldestOpen() == null ? 0 : seconds(s.oldestOpen()),
                    "seconds",
                    "Time since the oldest of the open rows came");
        }
    }

    private void counter(
            MeterRegistry registry,
            String name,
            String feed,
            String outcome,
            ToDoubleFunction<FeedDay> count,
            String description) {
        FunctionCounter.builder(name, this, m -> count.applyAsDouble(m.total(feed)))
                .description(description)
                .tag("feed", feed)
                .tag("outcome", outcome)
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String feed,
            ToDoubleFunction<FeedStatus> figure,
            @Nullable String unit,
            String description) {
        Gauge.builder(name, this, m -> {
                    FeedStatus status = m.look().statuses().get(feed);
                    return status == null ? Double.NaN : figure.applyAsDouble(status);
                })
                .description(description)
                .baseUnit(unit)
                .tag("feed", feed)
                .register(registry);
    }

    private double seconds(@Nullable Instant since) {
        return since == null
                ? Double.NaN
                : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private FeedDay total(String feed) {
        FeedDay total = look().totals().get(feed);
        return total == null ? FeedDay.none(feed, LocalDate.EPOCH) : total;
    }

    private synchronized Look look() {
        Instant now = clock.instant();
        Look last = look;
        if (last == null || now.isAfter(last.at().plus(FRESH))) {
            last = new Look(now, last == null ? Map.of() : last.totals(), Map.of());
            try {
                Map<String, FeedStatus> statuses = new LinkedHashMap<>();
                health.look().forEach(status -> statuses.put(status.feed().feed(), status));
                last = new Look(now, figures.totals(), statuses);
            } catch (DataAccessException e) {
                // while the database is away the counts stand still and the others are not known
                LOG.debug("No figures of feeds", e);
            }
            look = last;
        }
        return last;
    }
}
