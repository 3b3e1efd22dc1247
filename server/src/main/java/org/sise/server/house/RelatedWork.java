package org.sise.server.house;

import java.util.Optional;
import org.sise.grading.phoenix.PhoenixRun;
import org.sise.grading.related.ExposureRun;
import org.sise.grading.related.ExposureWatch;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.load.ControlRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What follows from relations: related parties' conduct, change by change; and of everybody, by night and once a great change
 * has come to rest, the signs of businesses under other names and who controls whom.
 */
@Component
public class RelatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RelatedWork.class);

    private final ExposureWatch exposures;
    private final PhoenixRun phoenix;
    private final ControlRun control;
    private volatile boolean everybodyIsDue;

    RelatedWork(ExposureWatch exposures, PhoenixRun phoenix, ControlRun control) {
        this.exposures = exposures;
        this.phoenix = phoenix;
        this.control = control;
    }

    /** Whether everything that is known has been followed to its end. */
    public boolean isAtRest() {
        return !everybodyIsDue && exposures.isAtRest();
    }

    /** Follows what has changed. While Neo4j is away, the last exposure holds. */
    void follow() {
        try {
            Optional<ExposureRun> run = exposures.catchUp();
            if (run.isPresent()) {
                everybodyIsDue |= run.get().everybody();
                LOG.debug("Exposure worked out: {}", run.get());
            } else if (everybodyIsDue) {
                lookAtEverybody();
                everybodyIsDue = false;
            }
        } catch (GraphUnavailableException e) {
            LOG.debug("The last exposure holds: {}", e.getMessage());
        }
    }

    /** Works everybody out anew. */
    void everybody() {
        ExposureRun run = exposures.everybody();
        everybodyIsDue = true;
        LOG.info(
                "Exposure as of {}: {} of {} businesses, {} new or other, {} over",
                run.asOf(),
                run.found(),
                run.looked(),
                run.appended(),
                run.withdrawn());
    }

    private void lookAtEverybody() {
        int fresh = phoenix.run();
        if (fresh > 0) {
            LOG.info("{} new alerts on related parties", fresh);
        }
        LOG.info("Who controls whom: {}", control.run());
    }
}
