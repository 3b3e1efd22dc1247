package org.sise.server.house;

import org.sise.supervision.entry.CodeKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Has a successor to the key of task codes announced before it ends. */
@Component
@ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
class KeyWorker {

    /** In whose name keys are made. */
    static final String ACTOR = "key-worker";

    private static final Logger LOG = LoggerFactory.getLogger(KeyWorker.class);

    private final CodeKeys keys;
    private final EntrySettings settings;

    KeyWorker(CodeKeys keys, EntrySettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void keepUp() {
        try {
            keys.keepUp(settings.keySigns(), settings.keyAhead(), ACTOR);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Keys are looked at again later", e);
        }
    }
}
