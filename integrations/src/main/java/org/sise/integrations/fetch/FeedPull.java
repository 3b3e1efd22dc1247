package org.sise.integrations.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.DatabaseSource;
import org.sise.integrations.descriptor.FeedSource;
import org.sise.integrations.descriptor.HttpSource;
import org.sise.integrations.descriptor.KafkaSource;
import org.sise.integrations.descriptor.SftpSource;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Pull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The pulls of one feed, one after the other: when the next is due, and what is told of one that fails. */
final class FeedPull {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPull.class);

    private final String feed;
    private final FeedSource.Pulled source;
    private final FeedStore store;
    private final Spool spool;
    private final PullTools tools;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean recovered;
    private @Nullable Instant next;
    private @Nullable PullReason told;

    FeedPull(String feed, FeedSource.Pulled source, FeedStore store, Spool spool, PullTools tools) {
        this.feed = feed;
        this.source = source;
        this.store = store;
        this.spool = spool;
        this.tools = tools;
    }

    /** Pulls if it is time, and nobody does already. */
    void pullIfDue() {
        if (lock.tryLock()) {
            try {
                recover();
                Instant now = tools.clock().instant();
                if (next == null) {
                    next = source.schedule()
                            .next(store.pulls().last(feed).map(Pull::startedAt).orElse(null), now);
                }
                if (!now.isBefore(next)) {
                    pull();
                }
            } catch (PullFault e) {
                tell(e);
            } catch (DataAccessException | TransactionException e) {
                tell(database(e));
            } finally {
                lock.unlock();
            }
        }
    }

    /** Pulls at once, behind a pull that is going on. */
    Pull pullNow() {
        lock.lock();
        try {
            return pull();
        } finally {
            lock.unlock();
        }
    }

    private Pull pull() {
        Instant started = tools.clock().instant();
        next = source.schedule().next(started, started);
        Gain gain = new Gain();
        PullFault fault = null;
        try {
            recover();
            fetch(gain);
        } catch (PullFault e) {
            fault = e;
        } catch (DataAccessException | TransactionException e) {
            fault = database(e);
        } catch (RuntimeException e) {
            LOG.error("来源{}: 拉取时的内部错误 / feed {}: an error of this program while pulling", feed, feed, e);
            fault = PullFault.lasting(PullReason.INTERNAL, String.valueOf(e), String.valueOf(e), e);
        }
        Pull pull = fault == null ? good(started, gain) : failed(started, gain, fault);
        if (fault == null && told != null) {
            LOG.info("来源{}: 恢复正常 / feed {}: is well again", feed, feed);
            told = null;
        }
        if (fault != null) {
            recovered = false;
            Duration asked = fault.retryAfter();
            Instant until = asked == null ? started : tools.clock().instant().plus(asked);
            next = until.isAfter(next) ? until : next;
            tell(fault);
        }
        if (fault == null || fault.reason() != PullReason.STOPPED) {
            record(pull);
        }
        return pull;
    }

    private void fetch(Gain gain) throws PullFault {
        switch (source) {
            case SftpSource sftp -> new SftpPull(feed, sftp, spool, store.fetches(), tools).run(gain);
            case HttpSource http ->
                new HttpPull(feed, http, spool, tools).run(store.fetches().latest(feed), gain);
            case KafkaSource kafka ->
                new KafkaPull(feed, kafka, spool, tools).run(store.fetches().latest(feed), gain);
            case DatabaseSource database ->
                new DatabasePull(feed, database, spool, tools)
                        .run(store.fetches().latest(feed), gain);
        }
    }

    private void recover() throws PullFault {
        if (!recovered) {
            try {
                spool.recover();
            } catch (IOException e) {
                throw SftpPull.inbox(e);
            }
            recovered = true;
        }
    }

    private Pull good(Instant started, Gain gain) {
        return new Pull(
                feed,
                started,
                tools.clock().instant(),
                gain.files() == 0 ? Pull.State.EMPTY : Pull.State.OK,
                gain.files(),
                gain.rows(),
                gain.bytes(),
                null,
                gain.remarks());
    }

    private Pull failed(Instant started, Gain gain, PullFault fault) {
        return new Pull(
                feed,
                started,
                tools.clock().instant(),
                Pull.State.FAILED,
                gain.files(),
                gain.rows(),
                gain.bytes(),
                fault.reason().token(),
                tools.secrets().veil(fault.message()));
    }

    private void record(Pull pull) {
        try {
            store.pulls().add(pull);
        } catch (DataAccessException | TransactionException e) {
            tell(database(e));
        }
    }

    /** Once a kind, until another kind or a good pull comes between. */
    private void tell(PullFault fault) {
        if (fault.reason() != told && fault.reason() != PullReason.STOPPED) {
            LOG.warn(
                    "来源{}: {} / feed {} cannot be pulled; it is tried again at its next time",
                    feed,
                    tools.secrets().veil(fault.message()),
                    feed);
        }
        told = fault.reason();
    }

    private static PullFault database(RuntimeException e) {
        String says = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return PullFault.passing(PullReason.DATABASE, "稍后再试", says, e);
    }
}
