package org.sise.server.house;

import java.time.LocalDate;
import java.util.List;
import org.sise.grading.Grading;
import org.sise.grading.Simulation;
import org.sise.supervision.reminder.Reminders;
import org.sise.supervision.reminder.Slip;
import org.sise.supervision.reminder.Slips;
import org.sise.supervision.repair.back.Chance;
import org.sise.supervision.repair.back.Chances;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.step.RuleFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks at every graded business once a day, a few at a time, for slips. A failure is tried again. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class ReminderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWorker.class);
    private static final int AT_ONCE = 100;

    private final Reminders reminders;
    private final Grading grading;
    private final RepairCases cases;

    ReminderWorker(Reminders reminders, Grading grading, RepairCases cases) {
        this.reminders = reminders;
        this.grading = grading;
        this.cases = cases;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 20_000)
    void look() {
        try {
            reminders.toLookAt(AT_ONCE).forEach(this::look);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Slips are looked for again later", e);
        }
    }

    private void look(String business) {
        try {
            reminders.looked(business, slips(business));
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("{} is looked at for slips again tomorrow", business, e);
            reminders.passOver(business);
        }
    }

    private List<Slip> slips(String business) {
        Simulation now = grading.simulation(business);
        LocalDate banned = cases.bannedUntil(business).orElse(null);
        List<Chance> chances = new Chances(cases.packs(), cases.calendar()).of(now.records(), now.asOf(), banned);
        return Slips.of(now.grader(), now.party(), now.asOf(), now.records(), chances, RuleFigures.standard());
    }
}
