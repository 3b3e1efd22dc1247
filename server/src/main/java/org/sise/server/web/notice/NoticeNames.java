package org.sise.server.web.notice;

import org.sise.integrations.descriptor.NoticeTopic;
import org.sise.integrations.descriptor.NoticeTopics;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.server.web.Words;

/** Names of subscribers and topics in the reader's language. */
public final class NoticeNames {

    private final SubscriptionCatalogue catalogue;

    NoticeNames(SubscriptionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A subscriber; one that is no longer there by its name. */
    public String subscriber(String subscriber, Words words) {
        Subscription found = catalogue.find(subscriber);
        return found == null
                ? subscriber
                : words.either(found.title().zh(), found.title().en());
    }

    /** A topic; one that is not listed by its word. */
    public String topic(String topic, Words words) {
        NoticeTopic found = NoticeTopics.builtIn().all().get(topic);
        return found == null
                ? topic
                : words.either(found.title().zh(), found.title().en());
    }
}
