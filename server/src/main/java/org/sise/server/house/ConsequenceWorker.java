package org.sise.server.house;

import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.listing.Listings;
import org.sise.supervision.measure.MeasureWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets consequences follow the ledger: what is repaired or over is lifted. A failure is told and tried again. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class ConsequenceWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ConsequenceWorker.class);

    private final LedgerWatch watch;
    private final MeasureWatch measures;
    private final Listings listings;

    ConsequenceWorker(LedgerWatch watch, MeasureWatch measures, Listings listings) {
        this.watch = watch;
        this.measures = measures;
        this.listings = listings;
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        int followed = watch.catchUp();
        if (followed > 0) {
            LOG.debug("Followed {} records and events", followed);
        }
    }

    /** What is over by the calendar, each hour. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void expire() {
        int over = listings.expire() + measures.expire();
        if (over > 0) {
            LOG.info("{} listings and measures are over", over);
        }
    }
}
