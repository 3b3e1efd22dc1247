package org.sise.server.house;

import org.sise.supervision.plan.PlannedTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Turns drawn plans into tasks and visits; what was broken off goes on. A failure of the database is tried again. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class PlanWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWorker.class);

    private final PlannedTasks tasks;

    PlanWorker(PlannedTasks tasks) {
        this.tasks = tasks;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void make() {
        try {
            PlannedTasks.Made made = tasks.makeAll();
            if (made.plans() > 0) {
                LOG.info("The tasks of {} drawn plans are made", made.plans());
            }
            made.aside().forEach((plan, why) -> LOG.error("The tasks of plan {} cannot be made: {}", plan, why));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Tasks of drawn plans are made later", e);
        }
    }
}
