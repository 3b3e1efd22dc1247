package org.sise.integrations.fetch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.FeedSource;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Pull;

/** Fetches what remote sources offer, at each feed's times and when somebody asks for it. */
public final class FeedFetcher {

    private final Map<String, FeedPull> pulls = new LinkedHashMap<>();
    private final FetchSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** For the feeds of a store whose sources are remote, with their folders below an inbox. */
    public FeedFetcher(FeedStore store, Path inbox, FetchSettings settings) {
        this(store, inbox, settings, FetchSteps.NONE, null);
    }

    /** With someone who is told of each step, and waits of its own or null. */
    FeedFetcher(FeedStore store, Path inbox, FetchSettings settings, FetchSteps steps, @Nullable Pause pause) {
        this.settings = settings;
        PullTools tools = new PullTools(
                new Secrets(System.getenv(), settings.secrets()),
                settings.home(),
                pause == null ? this::pause : pause,
                Clock.systemUTC(),
                new Random());
        for (FeedDescriptor descriptor : store.catalogue().feeds()) {
            if (descriptor.source() instanceof FeedSource.Pulled source) {
                Path folder = inbox.resolve(descriptor.folder()).toAbsolutePath();
                Spool spool = new Spool(descriptor.feed(), folder, store.fetches(), steps);
                pulls.put(descriptor.feed(), new FeedPull(descriptor.feed(), source, store, spool, tools));
            }
        }
    }

    /** The feeds that are fetched. */
    public Set<String> feeds() {
        return pulls.keySet();
    }

    /**
     * Pulls a feed now, after a pull of it that is going on.
     *
     * @return how it went, which is recorded too
     * @throws IllegalArgumentException when the feed is not fetched
     */
    public Pull pull(String feed) {
        return of(feed).pullNow();
    }

    /**
     * Adds one route a feed.
     *
     * @throws Exception when Camel refuses one
     */
    public void addTo(CamelContext context) throws Exception {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext stopping) {
                stop();
            }
        });
        context.addRoutes(new FetchRoutes(this, settings.tick()));
    }

    /** Ends the pulls that are going on at their next step; what they have not committed is fetched again. */
    public void stop() {
        stopped.countDown();
    }

    void pullIfDue(String feed) {
        of(feed).pullIfDue();
    }

    private FeedPull of(String feed) {
        FeedPull pull = pulls.get(feed);
        if (pull == null) {
            throw new IllegalArgumentException(
                    "来源%s不是远程来源 / feed %s is not fetched: %s".formatted(feed, feed, feeds()));
        }
        return pull;
    }

    private void pause(Duration time) throws PullFault {
        try {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw PullFault.lasting(PullReason.STOPPED, "下次启动后继续", "it goes on after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PullFault.lasting(PullReason.STOPPED, "下次启动后继续", "it goes on after the next start", e);
        }
    }
}
