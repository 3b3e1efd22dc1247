package org.sise.integrations.notice;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.descriptor.SubscriptionCatalogue;

/** One route a subscription, each on a thread of its own: a department that is slow or away holds up nobody else. */
final class NoticeRoutes extends RouteBuilder {

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
                        .onException(Exception.class)
                        .handled(true)
                        .log(
                                LoggingLevel.WARN,
                                "通知稍后再发 / notices to " + subscription.subscriber()
                                        + " are sent later: ${exception.message}")
                        .end()
                        .process(exchange -> dispatcher.round(
                                subscription, () -> exchange.getContext().isStarted()));
            }
        }
    }
}
