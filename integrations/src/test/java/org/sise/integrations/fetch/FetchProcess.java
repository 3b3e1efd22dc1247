package org.sise.integrations.fetch;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.DescriptorReader;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.feed.FeedProgress;
import org.sise.integrations.feed.FeedSettings;
import org.sise.integrations.feed.FeedStarter;
import org.sise.integrations.landing.FeedStore;

/**
 * A process of its own that fetches and lands a feed, and ends itself hard after a step. Arguments: database address,
 * user, password, data folder, the feed's descriptor, the step or {@code never}.
 */
final class FetchProcess {

    /** The status of a process that ended itself at its step. */
    static final int HALTED = 66;

    private FetchProcess() {}

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        dataSource.setUser(args[1]);
        dataSource.setPassword(args[2]);
        DefaultCamelContext camel = new DefaultCamelContext();
        start(camel, store(dataSource, Path.of(args[4])), Path.of(args[3]), args[5]);
        Thread.currentThread().join();
    }

    static FeedStore store(javax.sql.DataSource dataSource, Path descriptor) throws Exception {
        return new FeedStore(dataSource, FeedCatalogue.of(List.of(DescriptorReader.read(descriptor))), Samples.keys());
    }

    static void start(DefaultCamelContext camel, FeedStore store, Path data, String haltAt) throws Exception {
        FeedSettings settings = new FeedSettings(
                data.resolve("inbox"),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                10,
                new FetchSettings(data.resolve("secrets"), data, Duration.ofMillis(100)));
        FetchSteps steps = (_, step) -> halt(step.name(), haltAt);
        FeedProgress progress = step -> halt(step.finished() ? "ENDED" : "LANDED", haltAt);
        FeedFetcher fetcher = new FeedFetcher(store, settings.inbox(), settings.fetch(), steps, null);
        new FeedStarter(store, settings, progress, new CompositeMeterRegistry(), fetcher).addTo(camel);
        camel.start();
    }

    private static void halt(String step, String haltAt) {
        if (step.equals(haltAt)) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
