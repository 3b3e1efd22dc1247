package org.sise.server.house;

import java.util.Optional;
import org.sise.grading.Grading;
import org.sise.grading.night.Night;
import org.sise.grading.night.NightlyRun;
import org.sise.grading.phoenix.PhoenixRun;
import org.sise.grading.related.ExposureRun;
import org.sise.grading.related.ExposureWatch;
import org.sise.grading.whatif.WhatIfs;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.load.ControlRun;
import org.sise.graph.projection.GraphProjection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What goes on in the background: grading, the graph's projection, the nightly run. A failure is told and tried again. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int BATCH = 1_000;

    private final Grading grading;
    private final NightlyRun nightlyRun;
    private final GraphProjection projection;
    private final WhatIfs whatIfs;
    private final ExposureWatch exposures;
    private final PhoenixRun phoenix;
    private final ControlRun control;
    private volatile boolean graphIsAway;
    private volatile boolean everybodyIsDue;

    Workers(
            Grading grading,
            NightlyRun nightlyRun,
            GraphProjection projection,
            WhatIfs whatIfs,
            ExposureWatch exposures,
            PhoenixRun phoenix,
            ControlRun control) {
        this.grading = grading;
        this.nightlyRun = nightlyRun;
        this.projection = projection;
        this.whatIfs = whatIfs;
        this.exposures = exposures;
        this.phoenix = phoenix;
        this.control = control;
    }

    @Scheduled(fixedDelay = 200)
    void grade() {
        int graded = grading.gradeAll(BATCH);
        if (graded > 0) {
            LOG.debug("Graded {} businesses", graded);
        }
    }

    /** While Neo4j is away the ledger goes on; the graph catches up from where it stood. Told once, not at each try. */
    @Scheduled(fixedDelay = 500)
    void project() {
        try {
            projection.catchUp();
            graphIsAway = false;
        } catch (GraphUnavailableException e) {
            if (!graphIsAway) {
                LOG.warn("The graph is away and will catch up: {}", e.getMessage());
            }
            graphIsAway = true;
        }
    }

    /**
     * What related parties did follows changed grades and relations; once a change of everybody has come to rest, the signs
     * of businesses under other names are looked for, and who controls whom. While Neo4j is away, the last exposure holds.
     */
    @Scheduled(fixedDelay = 1_000)
    void expose() {
        try {
            Optional<ExposureRun> run = exposures.catchUp();
            if (run.isPresent()) {
                everybodyIsDue |= run.get().everybody();
                LOG.debug("Exposure worked out: {}", run.get());
            } else if (everybodyIsDue) {
                everybodyIsDue = false;
                lookAtEverybody();
            }
        } catch (GraphUnavailableException e) {
            LOG.debug("The last exposure holds: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelay = 500)
    void tryPolicies() {
        while (whatIfs.doNext()) {
            LOG.info("A what-if is done");
        }
    }

    /**
     * Every business once a day: records age, publicity ends, without anybody sending a row. {@code sise.grading.nightly} is
     * the time as a cron expression; {@code -} is never.
     */
    @Scheduled(cron = "${sise.grading.nightly:0 30 1 * * *}", zone = "Asia/Shanghai")
    void nightly() {
        ExposureRun run = exposures.everybody();
        LOG.info(
                "Exposure as of {}: {} of {} businesses, {} new or other, {} over",
                run.asOf(),
                run.found(),
                run.looked(),
                run.appended(),
                run.withdrawn());
        lookAtEverybody();
        Night night = nightlyRun.run();
        LOG.info(
                "Nightly run as of {}: {} businesses, {} moved, {} ms",
                night.asOf(),
                night.businesses(),
                night.moved(),
                night.duration().toMillis());
    }

    private void lookAtEverybody() {
        int fresh = phoenix.run();
        if (fresh > 0) {
            LOG.info("{} new alerts on related parties", fresh);
        }
        try {
            LOG.info("Who controls whom: {}", control.run());
        } catch (GraphUnavailableException e) {
            LOG.warn("Who controls whom is told by the last run: {}", e.getMessage());
        }
    }
}
