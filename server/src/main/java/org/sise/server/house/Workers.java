package org.sise.server.house;

import org.sise.grading.Grading;
import org.sise.grading.night.Night;
import org.sise.grading.night.NightlyRun;
import org.sise.grading.whatif.WhatIfs;
import org.sise.graph.GraphUnavailableException;
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
    private final RelatedWork related;
    private volatile boolean graphIsAway;

    Workers(Grading grading, NightlyRun nightlyRun, GraphProjection projection, WhatIfs whatIfs, RelatedWork related) {
        this.grading = grading;
        this.nightlyRun = nightlyRun;
        this.projection = projection;
        this.whatIfs = whatIfs;
        this.related = related;
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

    @Scheduled(fixedDelay = 1_000)
    void followRelated() {
        related.follow();
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
        related.everybody();
        Night night = nightlyRun.run();
        LOG.info(
                "Nightly run as of {}: {} businesses, {} moved, {} ms",
                night.asOf(),
                night.businesses(),
                night.moved(),
                night.duration().toMillis());
    }
}
