package org.sise.integrations.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of one process to send a database's notices, so that two of them do not break their order: an advisory lock
 * on a connection of its own, gone with the process. No transaction is open on it.
 */
final class DispatchLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLock.class);
    private static final long NAME = 0x5153_E00E_0001L;
    private static final int VALID_SECONDS = 2;
    private static final long LOOK_AGAIN = 2_000_000_000L;

    private final DataSource dataSource;
    private @Nullable Connection connection;
    private boolean told;
    private boolean closed;
    private long lookedAt;

    DispatchLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this process has the right; takes it where it is free. */
    synchronized boolean isHeld() {
        if (closed) {
            return false;
        }
        try {
            Connection held = connection;
            if (held != null) {
                if (System.nanoTime() - lookedAt < LOOK_AGAIN || held.isValid(VALID_SECONDS)) {
                    lookedAt = System.nanoTime();
                    return true;
                }
                release();
            }
            return take();
        } catch (SQLException e) {
            release();
            LOG.warn("通知稍后发送, 数据库不可用 / notices wait for the database: {}", e.getMessage());
            return false;
        }
    }

    private boolean take() throws SQLException {
        Connection fresh = dataSource.getConnection();
        boolean taken = false;
        try (PreparedStatement lock = fresh.prepareStatement("select pg_try_advisory_lock(?)")) {
            fresh.setAutoCommit(true);
            lock.setLong(1, NAME);
            try (ResultSet row = lock.executeQuery()) {
                taken = row.next() && row.getBoolean(1);
            }
        } finally {
            if (!taken) {
                fresh.close();
            }
        }
        if (taken) {
            connection = fresh;
            lookedAt = System.nanoTime();
            told = false;
        } else if (!told) {
            LOG.info("通知由另一进程发送 / notices are sent by another process");
            told = true;
        }
        return taken;
    }

    /** Gives the right back; it is not taken again. */
    @Override
    public synchronized void close() {
        closed = true;
        release();
    }

    private void release() {
        Connection held = connection;
        connection = null;
        if (held == null) {
            return;
        }
        // a pooled connection outlives its closing, and so would the lock
        try (held;
                PreparedStatement unlock = held.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, NAME);
            unlock.execute();
        } catch (SQLException e) {
            LOG.debug("the connection of the lock is gone, and the lock with it", e);
        }
    }
}
