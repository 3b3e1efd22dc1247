package org.sise.server.house;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.outbox.Backlogs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Metrics of the ledger's queues, as {@code docs/metrics.md} lists them; looked up every ten seconds. */
@Component
class LedgerMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerMetrics.class);

    private final RegradeQueue queue;
    private final Backlogs backlogs;
    private final Clock clock;
    private volatile double tickets = Double.NaN;
    private volatile @Nullable MultiGauge waiting;
    private volatile @Nullable MultiGauge lag;

    LedgerMetrics(RegradeQueue queue, DataSource dataSource, Clock clock) {
        this.queue = queue;
        this.backlogs = new Backlogs(dataSource);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sise.regrade.queue", this, metrics -> metrics.tickets)
                .description("Tickets that wait for grading")
                .register(registry);
        waiting = MultiGauge.builder("sise.outbox.waiting")
                .description("Events that a consumer has not acknowledged, 100,000 at most")
                .register(registry);
        lag = MultiGauge.builder("sise.outbox.lag.seconds")
                .description("Time since the oldest of them was written")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(fixedDelay = 10_000)
    void look() {
        MultiGauge counts = waiting;
        MultiGauge ages = lag;
        try {
            tickets = queue.size();
            List<Backlogs.Backlog> all = backlogs.all();
            if (counts != null && ages != null) {
                counts.register(
                        all.stream()
                                .<MultiGauge.Row<?>>map(b -> MultiGauge.Row.of(tags(b), b.events()))
                                .toList(),
                        true);
                ages.register(
                        all.stream()
                                .<MultiGauge.Row<?>>map(b -> MultiGauge.Row.of(tags(b), seconds(b)))
                                .toList(),
                        true);
            }
        } catch (DataAccessException e) {
            tickets = Double.NaN;
            LOG.debug("No figures of the ledger's queues", e);
        }
    }

    private static Tags tags(Backlogs.Backlog backlog) {
        return Tags.of("consumer", backlog.consumer());
    }

    private double seconds(Backlogs.Backlog backlog) {
        return backlog.oldest() == null
                ? 0
                : Duration.between(backlog.oldest(), clock.instant()).toMillis() / 1000.0;
    }
}
