package org.sise.integrations.feed;

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
    private final FeedFetcher fetcher;

    /** For the feeds of a catalogue, which land in a store. */
    public FeedStarter(FeedStore store, FeedSettings settings, FeedProgress progress) {
        this(store, settings, progress, new FeedFetcher(store, settings.inbox(), settings.fetch()));
    }

    /** With a fetcher that others can ask too. */
    public FeedStarter(FeedStore store, FeedSettings settings, FeedProgress progress, FeedFetcher fetcher) {
        this.fetcher = fetcher;
        this.catalogue = store.catalogue();
        this.settings = settings;
        FeedIntake intake = new FeedIntake(catalogue, store.keys(), store.deliveries(), settings.batchRows(), progress);
        this.routes = new FeedRoutes(intake, store.landing(), store.waiting());
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
            context.getRegistry().bind(FeedFilter.NAME, new FeedFilter(settings.quiet()));
            context.addRoutes(routes);
            for (FeedDescriptor feed : catalogue.feeds()) {
                Path folder = settings.inbox().resolve(feed.folder()).toAbsolutePath();
                Files.createDirectories(folder.resolve(FeedIntake.DONE));
                Files.createDirectories(folder.resolve(FeedIntake.REFUSED));
                TemplatedRouteBuilder.builder(context, FeedRoutes.TEMPLATE)
                        .routeId("feed-" + feed.feed())
                        .parameter("feed", feed.feed())
                        .parameter("folder", folder.toString())
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
