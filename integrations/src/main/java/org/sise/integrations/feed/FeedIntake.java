package org.sise.integrations.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKeys;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.SnapshotRule;
import org.sise.integrations.landing.Batch;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Disappearances;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Holds;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.RowSource;

/** Takes files in: finds or makes their delivery, hands out their batches, and says where the file is to be kept. */
public final class FeedIntake {

    static final String DONE = ".done";
    static final String REFUSED = ".refused";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");

    private final FeedCatalogue catalogue;
    private final PersonKeys keys;
    private final Deliveries deliveries;
    private final int batchRows;
    private final FeedProgress progress;
    private final Holds holds;
    private final Disappearances disappearances;
    private final FeedGuards guards;
    private final FeedGate gate;

    /** For files that no route takes in, with the rows a batch may hold, and someone to tell how far files are. */
    public FeedIntake(FeedStore store, int batchRows, FeedProgress progress) {
        this(store, new FeedGate(store.holds(), Duration.ZERO), batchRows, progress);
    }

    /** With what keeps files back while a delivery of their feed is held. */
    FeedIntake(FeedStore store, FeedGate gate, int batchRows, FeedProgress progress) {
        this.catalogue = store.catalogue();
        this.keys = store.keys();
        this.deliveries = store.deliveries();
        this.batchRows = batchRows;
        this.progress = progress;
        this.holds = store.holds();
        this.disappearances = store.disappearances();
        this.guards = new FeedGuards(store);
        this.gate = gate;
    }

    /**
     * Begins with a file, or goes on with it where its delivery was interrupted.
     *
     * @throws FileStillChanging when it changes while it is looked at
     * @throws DeliveryHeld when a delivery of the feed waits for a person, this or another
     * @throws IOException when it cannot be read
     */
    public FeedImport open(String feed, Path file) throws IOException {
        FeedDescriptor descriptor = catalogue.get(feed);
        Fingerprint fingerprint = Fingerprint.of(file);
        Delivery delivery = receive(feed, file, fingerprint);
        RowSource source = null;
        FileFault fault = null;
        if (delivery.state() == Delivery.State.RECEIVING) {
            try {
                guarded(
                        fingerprint,
                        () -> guards.beforeLanding(
                                descriptor,
                                delivery,
                                () -> RowSource.open(file, descriptor.format(), descriptor.columns())));
                source = RowSource.open(file, descriptor.format(), descriptor.columns());
                deliveries.columns(delivery.id(), source.header().names());
            } catch (FileFault e) {
                fault = e;
            }
        }
        return new FeedImport(
                file, fingerprint, delivery, source, fault, new RowMapper(descriptor, keys), batchRows, progress);
    }

    private Delivery receive(String feed, Path file, Fingerprint fingerprint) {
        Optional<Delivery> held = holds.held(feed);
        if (held.isPresent()) {
            boolean isIt = held.get().sha256().equals(fingerprint.sha256());
            if (isIt) {
                gate.isHeld(held.get(), fingerprint);
            }
            if (isIt || !held.get().file().equals(name(file))) {
                throw new DeliveryHeld(feed, held.get().id());
            }
            holds.replaced(held.get());
        }
        return deliveries
                .declined(feed, name(file), fingerprint.sha256())
                .orElseGet(() -> deliveries.receive(feed, name(file), fingerprint.sha256(), fingerprint.size()));
    }

    /**
     * Looks at a file some of whose rows were faulty.
     *
     * @throws DeliveryHeld when it is to wait for a person
     */
    void landed(FeedImport from, Batch batch) throws IOException {
        if (batch.rows().stream().anyMatch(row -> !row.accepted())) {
            guarded(from.fingerprint(), () -> guards.afterFaultyRows(catalogue.get(batch.feed()), batch.delivery()));
        }
    }

    /** A look that may hold a delivery. */
    @FunctionalInterface
    private interface Look {
        void take() throws IOException;
    }

    private void guarded(Fingerprint fingerprint, Look look) throws IOException {
        try {
            look.take();
        } catch (DeliveryHeld e) {
            holds.held(e.feed()).ifPresent(held -> gate.isHeld(held, fingerprint));
            throw e;
        }
    }

    /**
     * Ends a file all of whose batches have landed.
     *
     * @return where the file is to be kept, below its folder
     * @throws FileStillChanging when it changed while it was read; it is to be read again then
     * @throws DeliveryHeld when it is to wait for a person
     * @throws IOException when it cannot be looked at
     */
    public String close(FeedImport done) throws IOException {
        done.close();
        Delivery delivery = done.delivery();
        String keptAs = switch (delivery.state()) {
            case RECEIVING -> end(done, delivery);
            case DONE -> again(done, delivery);
            case REFUSED -> declined(delivery);
            case HELD -> throw new DeliveryHeld(delivery.feed(), delivery.id());
        };
        done.tell(true);
        return keptAs;
    }

    private String end(FeedImport done, Delivery delivery) throws IOException {
        if (!done.isUnchanged()) {
            FileFault changed = new FileFault(Reason.CHANGED_FILE, "将重新读取", "it is read again");
            deliveries.refuse(delivery, changed.reason(), changed.message(), null);
            throw new FileStillChanging(done.file().toString());
        }
        FileFault fault = done.fault();
        if (fault != null) {
            String keptAs = keepAs(REFUSED, delivery);
            deliveries.refuse(delivery, fault.reason(), fault.message(), keptAs);
            return keptAs;
        }
        FeedDescriptor descriptor = catalogue.get(delivery.feed());
        SnapshotRule rule = descriptor.snapshot();
        if (rule != null) {
            guarded(done.fingerprint(), () -> guards.withdraw(descriptor, rule, delivery));
        }
        String keptAs = keepAs(DONE, delivery);
        deliveries.done(delivery.id(), remark(done, delivery), keptAs);
        if (rule != null) {
            disappearances.forget();
        }
        return keptAs;
    }

    /** The file of a delivery that a person refused. */
    private String declined(Delivery delivery) {
        String keptAs = keepAs(REFUSED, delivery);
        deliveries.keptAs(delivery.id(), keptAs);
        disappearances.forget();
        return keptAs;
    }

    /** The content of a done delivery: the same file that was not yet moved, or a second sending. */
    private String again(FeedImport done, Delivery delivery) {
        String keptAs = delivery.keptAs();
        Path folder = done.file().toAbsolutePath().getParent();
        if (keptAs != null
                && delivery.file().equals(name(done.file()))
                && folder != null
                && !Files.exists(folder.resolve(keptAs))) {
            return keptAs;
        }
        Delivery second = deliveries.again(delivery, name(done.file()));
        String name = keepAs(DONE, second);
        deliveries.keptAs(second.id(), name);
        return name;
    }

    private static @Nullable String remark(FeedImport done, Delivery delivery) {
        return done.rows() == 0 && delivery.nextRow() == 0 ? "只有列名, 没有数据 / column names only, no rows" : null;
    }

    private static String keepAs(String folder, Delivery delivery) {
        String stamp = LocalDateTime.now(ZONE).format(STAMP);
        return "%s/%s.%d.%s".formatted(folder, stamp, delivery.id(), delivery.file());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
