package org.sise.integrations.feed;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Holds;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the files of a feed back while a delivery of it is held; only a file that takes the held one's name, and is
 * another, may pass. What is held is asked of the database a few times a second at most, for all feeds at once.
 */
final class FeedGate {

    private static final long LOOK_MILLIS = 400;

    private final Holds holds;
    private final FeedFilter filter;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private Map<String, Delivery> held = Map.of();
    private long lookedAt = Long.MIN_VALUE;

    /** The file of a held delivery as it stood when it was last looked into. */
    private record Seen(long delivery, long size, long modifiedMillis) {}

    FeedGate(Holds holds, Duration quiet) {
        this.holds = holds;
        this.filter = new FeedFilter(quiet);
    }

    /** The filter for a feed's folder. */
    GenericFileFilter<Object> of(String feed) {
        return file -> filter.accept(file) && (file.isDirectory() || passes(feed, file));
    }

    /** Notes that a file is that of a held delivery, so that it need not be looked into again. */
    void isHeld(Delivery delivery, Fingerprint file) {
        seen.put(delivery.feed(), new Seen(delivery.id(), file.size(), millis(file.modified())));
    }

    private boolean passes(String feed, GenericFile<Object> file) {
        Delivery delivery = held().get(feed);
        if (delivery == null) {
            return true;
        }
        return delivery.file().equals(file.getFileNameOnly())
                && !new Seen(delivery.id(), file.getFileLength(), file.getLastModified()).equals(seen.get(feed));
    }

    private synchronized Map<String, Delivery> held() {
        long now = System.nanoTime() / 1_000_000;
        if (lookedAt == Long.MIN_VALUE || now - lookedAt >= LOOK_MILLIS) {
            try {
                List<Delivery> found = holds.held();
                held = found.stream().collect(Collectors.toMap(Delivery::feed, d -> d, (first, _) -> first));
            } catch (DataAccessException e) {
                // while the database is down the last answer holds; opening a file asks it again
            }
            lookedAt = now;
        }
        return held;
    }

    private static long millis(FileTime time) {
        return time.toMillis();
    }
}
