package org.sise.integrations.fetch;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/** One route a remote source, on a thread of its own: a tick that pulls when it is time. */
final class FetchRoutes extends RouteBuilder {

    private final FeedFetcher fetcher;
    private final Duration tick;

    FetchRoutes(FeedFetcher fetcher, Duration tick) {
        this.fetcher = fetcher;
        this.tick = tick;
    }

    @Override
    public void configure() {
        for (String feed : fetcher.feeds()) {
            from("timer:fetch-%s?delay=0&period=%d".formatted(feed, tick.toMillis()))
                    .routeId("fetch-" + feed)
                    .process(_ -> fetcher.pullIfDue(feed));
        }
    }
}
