package org.sise.integrations.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.fetch.FeedFetcher;
import org.sise.integrations.landing.FeedStore;

/** Starts one route a feed in a Camel context, and one more a feed that is fetched. */
public final class FeedStarter {

    private final FeedCatalogue catalogue;
    private final FeedSettings settings;
    private final FeedRoutes routes;
    private final FeedGate gate;
    private final FeedFetcher fetcher;

    /** For the feeds of a catalogue, which land in a store; nobody measures them. */
    public FeedStarter(FeedStore store, FeedSettings settings, FeedProgress progress) {
        this(
                store,
                settings,
                progress,
                new CompositeMeterRegistry(),
                new FeedFetcher(store, settings.inbox(), settings.fetch()));
    }

    /** For the feeds of a catalogue; measured as {@link BatchTimer} says, with a fetcher that others can ask too. */
    public FeedStarter(
            FeedStore store, FeedSettings settings, FeedProgress progress, MeterRegistry meters, FeedFetcher fetcher) {
        this.fetcher = fetcher;
        this.catalogue = store.catalogue();
        this.settings = settings;
        this.gate = new FeedGate(store.holds(), settings.quiet());
        FeedIntake intake = new FeedIntake(store, gate, settings.batchRows(), progress);
        this.routes = new FeedRoutes(intake, store.landing(), store.waiting(), new BatchTimer(meters));
    }

    /**
     * Adds the routes; they run as soon as the context does. Makes the folders that are missing.
     *
     * @throws IOException when a folder cannot be made
     * @throws IllegalStateException when Camel refuses a route
     */
    public void addTo(CamelContext context) throws IOException {
        try {
            context.getPropertiesComponent()
                    .addInitialProperty(
                            "sise.feeds.sweep",
                            Long.toString(settings.sweepDelay().toMillis()));
            context.addRoutes(routes);
            for (FeedDescriptor feed : catalogue.feeds()) {
                Path folder = settings.inbox().resolve(feed.folder()).toAbsolutePath();
                Files.createDirectories(folder.resolve(FeedIntake.DONE));
                Files.createDirectories(folder.resolve(FeedIntake.REFUSED));
                String name = "siseFeedGate-" + feed.feed();
                context.getRegistry().bind(name, gate.of(feed.feed()));
                TemplatedRouteBuilder.builder(context, FeedRoutes.TEMPLATE)
                        .routeId("feed-" + feed.feed())
                        .parameter("feed", feed.feed())
                        .parameter("folder", folder.toString())
                        .parameter("gate", name)
                        .parameter("delay", settings.pollDelay().toMillis())
                        .parameter("quiet", settings.quiet().toMillis())
                        .add();
            }
            fetcher.addTo(context);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the feeds' routes cannot be added: " + e.getMessage(), e);
        }
    }
}
