package org.sise.integrations.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Subscription;

/**
 * Sends notices. Each round of a subscriber takes new events into its queue, then sends from the queue's head, then
 * reads feedback; a failure at the head lets the queue wait, so that a later notice never overtakes an earlier one. What
 * is sent and not yet recorded when the process ends is sent once more, under the same idempotency key.
 */
final class Dispatcher implements AutoCloseable {

    private static final int EVENTS = 1_000;
    private static final int PAGE = 500;

    private final NoticeCollector collector;
    private final NoticeQueue queue;
    private final NoticeChannels channels;
    private final DispatchLock lock;
    private final DispatchSteps steps;
    private final Map<String, NoticeChannel> open = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    Dispatcher(
            NoticeCollector collector,
            NoticeQueue queue,
            NoticeChannels channels,
            DispatchLock lock,
            DispatchSteps steps) {
        this.collector = collector;
        this.queue = queue;
        this.channels = channels;
        this.lock = lock;
        this.steps = steps;
    }

    /**
     * One round of a subscriber. Called by one thread at a time for each.
     *
     * @param goOn whether to go on; asked between two attempts
     */
    void round(Subscription subscription, BooleanSupplier goOn) {
        if (!lock.isHeld()) {
            return;
        }
        if (begun.add(subscription.subscriber())) {
            try {
                collector.begin(subscription);
            } catch (RuntimeException e) {
                begun.remove(subscription.subscriber());
                throw e;
            }
        }
        int collected = EVENTS;
        while (collected == EVENTS && goOn.getAsBoolean()) {
            collected = collector.collect(subscription, EVENTS);
            if (collected > 0) {
                steps.done(subscription.subscriber(), DispatchSteps.Step.COLLECTED);
            }
        }
        NoticeChannel channel = open.computeIfAbsent(subscription.subscriber(), _ -> channels.open(subscription));
        if (!queue.isWaiting(subscription.subscriber())) {
            send(subscription, channel, goOn);
        }
        if (goOn.getAsBoolean()) {
            channel.readFeedback();
        }
    }

    private void send(Subscription subscription, NoticeChannel channel, BooleanSupplier goOn) {
        while (true) {
            List<Outgoing> pending = queue.pending(subscription.subscriber(), PAGE);
            while (!pending.isEmpty()) {
                if (!goOn.getAsBoolean() || !lock.isHeld()) {
                    return;
                }
                List<Outgoing> parcel = channel.parcel(pending);
                if (parcel.isEmpty()) {
                    return;
                }
                steps.done(subscription.subscriber(), DispatchSteps.Step.PARCELLED);
                List<Outcome> outcomes = channel.send(parcel);
                steps.done(subscription.subscriber(), DispatchSteps.Step.SENT);
                if (!record(subscription, parcel, outcomes)) {
                    return;
                }
                steps.done(subscription.subscriber(), DispatchSteps.Step.RECORDED);
                pending = pending.subList(Math.min(parcel.size(), pending.size()), pending.size());
            }
            if (queue.pending(subscription.subscriber(), 1).isEmpty()) {
                return;
            }
        }
    }

    /** Records how a parcel went; false when the queue waits. */
    private boolean record(Subscription subscription, List<Outgoing> parcel, List<Outcome> outcomes) {
        String subscriber = subscription.subscriber();
        List<Outgoing> silent = new ArrayList<>();
        List<Outgoing> failed = new ArrayList<>();
        Outcome.@Nullable Later failure = null;
        @Nullable Integer status = null;
        boolean goesOn = true;
        for (int i = 0; i < parcel.size(); i++) {
            Outgoing notice = parcel.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Arrived arrived
                when arrived.acknowledged() -> queue.confirmed(subscriber, notice, arrived);
                case Outcome.Arrived arrived -> {
                    silent.add(notice);
                    status = arrived.status();
                }
                case Outcome.Refused refused ->
                    goesOn &= queue.refused(subscriber, notice, refused, subscription.retry());
                case Outcome.Later later -> {
                    failed.add(notice);
                    failure = Objects.requireNonNullElse(failure, later);
                }
            }
        }
        if (!silent.isEmpty()) {
            queue.arrived(subscriber, silent, status);
        }
        if (failure != null) {
            queue.later(subscriber, failed, failure, subscription.retry());
            goesOn = false;
        }
        return goesOn;
    }

    @Override
    public void close() {
        open.values().forEach(NoticeChannel::close);
        open.clear();
        lock.close();
    }
}
