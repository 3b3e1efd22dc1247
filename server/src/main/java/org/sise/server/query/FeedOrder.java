package org.sise.server.query;

import java.util.Comparator;
import org.sise.integrations.health.FeedStatus;

/** In which order feeds are listed. */
public enum FeedOrder {
    /** The worst state first. */
    STATE(Comparator.comparing(FeedStatus::state)),
    /** By name. */
    NAME(Comparator.comparing(status -> status.feed().feed())),
    /** The one that has given nothing for longest first, before it those that never gave anything. */
    LAG(Comparator.comparing(FeedStatus::lastFile, Comparator.nullsFirst(Comparator.naturalOrder()))),
    /** The most faulty rows in the quarantine first. */
    QUARANTINE(Comparator.comparingLong(FeedStatus::open).reversed());

    private final Comparator<FeedStatus> comparator;

    @SuppressWarnings("ImmutableEnumChecker") // comparators of records hold nothing
    FeedOrder(Comparator<FeedStatus> comparator) {
        this.comparator = comparator;
    }

    /** The order; of two alike the catalogue's. */
    public Comparator<FeedStatus> comparator() {
        return comparator;
    }
}
