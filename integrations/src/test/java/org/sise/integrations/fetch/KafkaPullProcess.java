package org.sise.integrations.fetch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedSource;
import org.sise.integrations.descriptor.Sources;
import org.sise.integrations.landing.FeedStore;

/**
 * A process of its own that pulls a source once and ends itself hard after a step. Arguments: database address, user,
 * password, data folder, the source's YAML, the step.
 */
final class KafkaPullProcess {

    private KafkaPullProcess() {}

    public static void main(String[] args) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        dataSource.setUser(args[1]);
        dataSource.setPassword(args[2]);
        Path data = Path.of(args[3]);
        FeedStore store = new FeedStore(dataSource, FeedCatalogue.builtIn(), Samples.keys());
        Spool spool = new Spool(FetchHouse.FEED, data.resolve("inbox"), store.fetches(), (_, step) -> {
            if (step.name().equals(args[5])) {
                Runtime.getRuntime().halt(FetchProcess.HALTED);
            }
        });
        PullTools tools = new PullTools(
                new Secrets(Map.of(), data.resolve("secrets")), data, _ -> {}, Clock.systemUTC(), new Random(7));
        new FeedPull(FetchHouse.FEED, (FeedSource.Pulled) Sources.read(args[4]), store, spool, tools).pullNow();
    }
}
