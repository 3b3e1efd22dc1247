package org.sise.integrations.notice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.builder.RouteBuilder;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route a subscription, each on a thread of its own: a department that is slow or away holds up nobody else. */
final class NoticeRoutes extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRoutes.class);

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final SubscriptionCatalogue catalogue;
    private final Dispatcher dispatcher;
    private final NoticeSettings settings;

    NoticeRoutes(SubscriptionCatalogue catalogue, Dispatcher dispatcher, NoticeSettings settings) {
        this.catalogue = catalogue;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @Override
    public void configure() {
        for (Subscription subscription : catalogue.all()) {
            if (subscription.active()) {
                from("timer:notices-%s?delay=0&period=%d"
                                .formatted(
                                        subscription.subscriber(),
                                        settings.tick().toMillis()))
                        .routeId("notices-" + subscription.subscriber())
                        .process(exchange -> round(subscription, exchange.getContext()::isStarted));
            }
        }
    }

    /** A failure of the house, such as a database that is away, is told once, not at each round. */
    private void round(Subscription subscription, BooleanSupplier goOn) {
        String subscriber = subscription.subscriber();
        try {
            dispatcher.round(subscription, goOn);
            if (told.remove(subscriber) != null) {
                LOG.info("发往{}的通知恢复正常 / notices to {} are well again", subscriber, subscriber);
            }
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            if (!why.equals(told.put(subscriber, why))) {
                LOG.warn("发往{}的通知稍后再发: {} / notices to {} are sent later", subscriber, why, subscriber, e);
            }
        }
    }
}
