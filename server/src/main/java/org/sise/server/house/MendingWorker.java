package org.sise.server.house;

import org.sise.integrations.landing.Mending;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does jobs over quarantined rows in the background. A failure of the database is told and tried again. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class MendingWorker {

    private final Mending mending;

    MendingWorker(Mending mending) {
        this.mending = mending;
    }

    @Scheduled(fixedDelay = 500)
    void mend() {
        while (mending.doNext()) {
            // the next rows
        }
    }
}
