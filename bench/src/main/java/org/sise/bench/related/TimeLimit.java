package org.sise.bench.related;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Breaks a query off when it takes too long. */
final class TimeLimit implements AutoCloseable {

    private final Duration limit;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread watch;

    TimeLimit(Duration limit, Breaking query) {
        this.limit = limit;
        this.watch = Thread.ofVirtual().start(() -> watch(query));
    }

    /** What breaks a query off. */
    interface Breaking {
        void cancel() throws SQLException;
    }

    private void watch(Breaking query) {
        try {
            Thread.sleep(limit);
            over.set(true);
            query.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            System.err.println("a query that takes too long cannot be broken off: " + e.getMessage());
        }
    }

    /** The fault of a query that ended by one, or throws when it was broken off. */
    <T extends Exception> T explain(T fault) throws TimeoutException {
        if (over.get()) {
            throw new TimeoutException("no answer within " + limit.toSeconds() + " s");
        }
        return fault;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
