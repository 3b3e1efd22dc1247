package org.sise.integrations.notice;

import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.integrations.fetch.Secrets;

/**
 * Notices on one database, which {@link org.sise.ledger.Migrations} has brought up to date with the schemas ledger and
 * integrations: the list, the subscribers' state, feedback, and the routes that send. Whoever adds the routes closes this
 * after Camel has stopped.
 */
public final class NoticeStore implements AutoCloseable {

    private final SubscriptionCatalogue catalogue;
    private final Notices notices;
    private final Subscribers subscribers;
    private final FeedbackStore feedback;
    private final NoticeSettings settings;
    private final Dispatcher dispatcher;

    /** For the subscriptions of a catalogue. */
    public NoticeStore(
            DataSource dataSource,
            SubscriptionCatalogue catalogue,
            Secrets secrets,
            NoticeSettings settings,
            Clock clock) {
        this(dataSource, catalogue, secrets, settings, clock, DispatchSteps.NONE);
    }

    NoticeStore(
            DataSource dataSource,
            SubscriptionCatalogue catalogue,
            Secrets secrets,
            NoticeSettings settings,
            Clock clock,
            DispatchSteps steps) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.feedback = new FeedbackStore(dataSource);
        this.notices = new Notices(dataSource);
        this.subscribers = new Subscribers(dataSource, catalogue, clock);
        NoticeQueue queue = new NoticeQueue(dataSource, feedback, clock);
        this.dispatcher = new Dispatcher(
                new NoticeCollector(dataSource),
                queue,
                new NoticeChannels(dataSource, queue, feedback, secrets, settings, clock),
                new DispatchLock(dataSource),
                steps);
    }

    /** The subscriptions. */
    public SubscriptionCatalogue catalogue() {
        return catalogue;
    }

    /** The notices. */
    public Notices notices() {
        return notices;
    }

    /** How the subscribers' queues stand. */
    public Subscribers subscribers() {
        return subscribers;
    }

    /** The departments' feedback. */
    public FeedbackStore feedback() {
        return feedback;
    }

    /**
     * Adds the routes; they run as soon as the context does.
     *
     * @throws IllegalStateException when Camel refuses a route
     */
    public void addTo(CamelContext context) {
        try {
            context.addRoutes(new NoticeRoutes(catalogue, dispatcher, settings));
        } catch (Exception e) {
            throw new IllegalStateException("the notices' routes cannot be added: " + e.getMessage(), e);
        }
    }

    /** Lets go of connections to departments, and of the right to send. */
    @Override
    public void close() {
        dispatcher.close();
    }
}
