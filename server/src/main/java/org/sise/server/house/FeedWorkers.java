package org.sise.server.house;

import org.sise.integrations.health.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks after feeds in the background: {@code sise.feeds.check} says how often alarms are looked at, in milliseconds. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class FeedWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWorkers.class);

    private final Alarms alarms;

    FeedWorkers(Alarms alarms) {
        this.alarms = alarms;
    }

    @Scheduled(fixedDelayString = "${sise.feeds.check:15000}", initialDelay = 5_000)
    void check() {
        try {
            alarms.check();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Alarms of feeds are looked at again later", e);
        }
    }
}
