package org.sise.integrations.feed;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.SnapshotRule;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Disappearances;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Finding;
import org.sise.integrations.landing.Holds;
import org.sise.integrations.landing.Usual;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.RowSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a delivery for a person to look when something about it is unusual, before it does more. */
final class FeedGuards {

    private static final Logger LOG = LoggerFactory.getLogger(FeedGuards.class);

    private final Deliveries deliveries;
    private final Holds holds;
    private final Disappearances disappearances;

    FeedGuards(FeedStore store) {
        this.deliveries = store.deliveries();
        this.holds = store.holds();
        this.disappearances = store.disappearances();
    }

    /** Opens a file once more, to count its rows. */
    @FunctionalInterface
    interface Opening {
        RowSource open() throws FileFault, IOException;
    }

    /**
     * Looks at a delivery before the first or the next of its rows lands.
     *
     * @throws DeliveryHeld when it is held now
     */
    void beforeLanding(FeedDescriptor descriptor, Delivery delivery, Opening file) throws IOException {
        Guard guard = new Guard(descriptor.watch());
        Usual usual = holds.usual(delivery.feed(), descriptor.watch().history().last());
        if (guard.counts(usual)) {
            Long rows = delivery.rowCount() != null || delivery.nextRow() > 0 ? delivery.rowCount() : count(file);
            if (rows != null) {
                hold(
                        rows.equals(delivery.rowCount()) ? delivery : deliveries.counted(delivery.id(), rows),
                        guard.rows(rows, usual));
            }
        }
        if (delivery.faulty() > 0) {
            hold(delivery, guard.faulty(delivery.rowsRead(), delivery.faulty(), usual));
        }
    }

    /**
     * Looks at a delivery after some of its rows were faulty.
     *
     * @throws DeliveryHeld when it is held now
     */
    void afterFaultyRows(FeedDescriptor descriptor, long id) {
        Delivery delivery = deliveries.find(id).orElseThrow();
        Usual usual = holds.usual(delivery.feed(), descriptor.watch().history().last());
        hold(delivery, new Guard(descriptor.watch()).faulty(delivery.rowsRead(), delivery.faulty(), usual));
    }

    /**
     * Withdraws what a full copy lacks, all of whose rows have landed.
     *
     * @throws DeliveryHeld when it is held now, and nothing was withdrawn
     */
    void withdraw(FeedDescriptor descriptor, SnapshotRule rule, Delivery delivery) {
        Guard guard = new Guard(descriptor.watch());
        Disappearances.Found found = disappearances.find(delivery, descriptor, rule);
        hold(delivery, guard.withdrawals(found));
        hold(delivery, guard.unclear(found));
        if (found.gone() > 0) {
            disappearances.withdraw(delivery);
        }
    }

    private void hold(Delivery delivery, Optional<Finding> finding) {
        if (finding.isPresent()
                && !holds.isAccepted(delivery.id(), finding.get().reason())) {
            holds.hold(delivery, finding.get());
            LOG.warn(
                    "{}: {}: {}",
                    delivery.feed(),
                    delivery.file(),
                    finding.get().message());
            throw new DeliveryHeld(delivery.feed(), delivery.id());
        }
    }

    /** How many rows a file has, or null when it cannot be read to its end. */
    private static @Nullable Long count(Opening file) throws IOException {
        try (RowSource rows = file.open()) {
            long count = 0;
            while (rows.next() != null) {
                count++;
            }
            return count;
        } catch (FileFault e) {
            return null;
        }
    }
}
