package org.sise.server.house;

import org.sise.supervision.correction.Corrections;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.publication.ResultPublications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What time does after a visit: orders of corrections, reminders, the ends of modes, publication on the last day. Each is done
 * once whenever the house goes down; a failure of the database is told and tried again.
 */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class AfterVisitWorker {

    private static final Logger LOG = LoggerFactory.getLogger(AfterVisitWorker.class);

    private final Corrections corrections;
    private final Modes modes;
    private final ResultPublications publications;
    private final PublicationSettings settings;

    AfterVisitWorker(
            Corrections corrections, Modes modes, ResultPublications publications, PublicationSettings settings) {
        this.corrections = corrections;
        this.modes = modes;
        this.publications = publications;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void order() {
        quietly(corrections::orderFromFindings);
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 10_000)
    void look() {
        quietly(corrections::remind);
        quietly(modes::endByRule);
        if (settings.automatic()) {
            quietly(publications::publishDue);
        }
    }

    /** Those who come into a mode by rule, once a day behind the nightly run. */
    @Scheduled(cron = "${sise.modes.nightly:0 30 4 * * *}", zone = "Asia/Shanghai")
    void enter() {
        int entered = modes.enterByRule();
        if (entered > 0) {
            LOG.info("{} businesses came into a mode of supervision by rule", entered);
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("What follows visits is looked at again later", e);
        }
    }
}
