package org.sise.server.house;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.sise.core.person.PersonKeys;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.feed.FeedProgress;
import org.sise.integrations.feed.FeedSettings;
import org.sise.integrations.feed.FeedStarter;
import org.sise.integrations.feed.RefusedFiles;
import org.sise.integrations.fetch.FeedFetcher;
import org.sise.integrations.health.Alarms;
import org.sise.integrations.health.FeedHealth;
import org.sise.integrations.health.FeedMetrics;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Holds;
import org.sise.integrations.landing.MendedFiles;
import org.sise.integrations.landing.Mending;
import org.sise.integrations.landing.Quarantine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Feeds: the built-in ones and those of the installation, run by Camel once the server is ready. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    private static final long STOP_SECONDS = 20;

    @Bean
    FeedCatalogue feedCatalogue(HouseSettings settings) throws IOException {
        return FeedCatalogue.load(FeedCatalogue.builtIn(), settings.feeds());
    }

    @Bean
    FeedStore feedStore(DataSource dataSource, FeedCatalogue catalogue, PersonKeys keys) {
        return new FeedStore(dataSource, catalogue, keys);
    }

    @Bean
    Deliveries deliveries(FeedStore store) {
        return store.deliveries();
    }

    @Bean
    Quarantine quarantine(FeedStore store) {
        return store.quarantine();
    }

    @Bean
    Holds holds(FeedStore store) {
        return store.holds();
    }

    @Bean
    FeedHealth feedHealth(DataSource dataSource, FeedStore store, Clock clock) {
        return new FeedHealth(dataSource, store, clock);
    }

    @Bean
    Alarms alarms(DataSource dataSource, FeedHealth health) {
        return new Alarms(dataSource, health);
    }

    @Bean
    FeedMetrics feedMetrics(DataSource dataSource, FeedStore store, FeedHealth health, Clock clock) {
        return new FeedMetrics(dataSource, store, health, clock);
    }

    @Bean
    Mending mending(FeedStore store) {
        return store.mending();
    }

    @Bean
    MendedFiles mendedFiles(FeedStore store) {
        return store.mendedFiles();
    }

    @Bean
    RefusedFiles refusedFiles(FeedStore store, HouseSettings settings) {
        return new RefusedFiles(store, settings.inbox());
    }

    @Bean(destroyMethod = "") // stops with Camel
    FeedFetcher feedFetcher(FeedStore store, HouseSettings settings) {
        FeedSettings feeds = FeedSettings.at(settings.inbox());
        return new FeedFetcher(store, feeds.inbox(), feeds.fetch());
    }

    @Bean(destroyMethod = "stop")
    @ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
    CamelContext camel(FeedStore store, HouseSettings settings, MeterRegistry meters, FeedFetcher fetcher)
            throws IOException {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getCamelContextExtension().setName("sise");
        camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
        new FeedStarter(store, FeedSettings.at(settings.inbox()), FeedProgress.NONE, meters, fetcher).addTo(camel);
        return camel;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
    static class Start {

        private final CamelContext camel;

        Start(CamelContext camel) {
            this.camel = camel;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            camel.start();
        }
    }
}
