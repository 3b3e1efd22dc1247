package org.sise.server.desk;

import org.sise.integrations.fetch.FeedFetcher;
import org.sise.ledger.audit.AuditLog;
import org.springframework.stereotype.Component;

/** Looks at remote sources at once in somebody's name: each look is a line of the audit log. */
@Component
public final class PullDesk {

    private final FeedFetcher fetcher;
    private final AuditLog audit;

    PullDesk(FeedFetcher fetcher, AuditLog audit) {
        this.fetcher = fetcher;
        this.audit = audit;
    }

    /** Whether a feed's source is a remote one. */
    public boolean isRemote(String feed) {
        return fetcher.feeds().contains(feed);
    }

    /**
     * Begins a look at a feed's source and does not wait for its end, which is recorded among the feed's pulls.
     *
     * @throws IllegalArgumentException when the feed's source is not remote
     */
    public void pull(String feed, String actor) {
        if (!isRemote(feed)) {
            throw new IllegalArgumentException("来源%s不是远程来源 / feed %s is not fetched".formatted(feed, feed));
        }
        audit.append(actor, "feed-pulled", "feed/" + feed, "");
        Thread.ofVirtual().name("pull-" + feed).start(() -> fetcher.pull(feed));
    }
}
