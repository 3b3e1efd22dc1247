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

    /** Whether the last turn failed, so that a lasting failure is told once. */
    private volatile boolean hindered;

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
            if (hindered) {
                LOG.info("Tasks of drawn plans are made again");
                hindered = false;
            }
            made.aside().forEach((plan, why) -> LOG.error("The tasks of plan {} cannot be made: {}", plan, why));
        } catch (DataAccessException | TransactionException e) {
            if (!hindered) {
                LOG.warn("Tasks of drawn plans cannot be made now, it is tried again and again", e);
            }
            hindered = true;
        }
    }
}
