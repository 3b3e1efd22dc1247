package org.sise.server.house;

import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.integrations.notice.FeedbackStore;
import org.sise.integrations.notice.NoticeSettings;
import org.sise.integrations.notice.NoticeStore;
import org.sise.integrations.notice.Notices;
import org.sise.integrations.notice.Subscribers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices to departments: the subscriptions of the installation, sent by Camel's routes. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    SubscriptionCatalogue subscriptionCatalogue(HouseSettings settings) throws IOException {
        return SubscriptionCatalogue.load(SubscriptionCatalogue.builtIn(), settings.notices());
    }

    @Bean(destroyMethod = "close")
    NoticeStore noticeStore(
            DataSource dataSource, SubscriptionCatalogue catalogue, HouseSettings settings, Clock clock) {
        var secrets = new org.sise.integrations.fetch.Secrets(
                System.getenv(), settings.secrets().resolve("feeds"));
        return new NoticeStore(dataSource, catalogue, secrets, NoticeSettings.at(settings.data()), clock);
    }

    @Bean
    Notices notices(NoticeStore store) {
        return store.notices();
    }

    @Bean
    Subscribers subscribers(NoticeStore store) {
        return store.subscribers();
    }

    @Bean
    FeedbackStore feedbackStore(NoticeStore store) {
        return store.feedback();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sise.workers", matchIfMissing = true)
    static class Routes {

        Routes(CamelContext camel, NoticeStore store) {
            store.addTo(camel);
        }
    }
}
