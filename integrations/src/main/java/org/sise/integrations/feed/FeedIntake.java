package org.sise.integrations.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKeys;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
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

    /** With the rows a batch may hold, and someone to tell how far files are. */
    public FeedIntake(
            FeedCatalogue catalogue, PersonKeys keys, Deliveries deliveries, int batchRows, FeedProgress progress) {
        this.catalogue = catalogue;
        this.keys = keys;
        this.deliveries = deliveries;
        this.batchRows = batchRows;
        this.progress = progress;
    }

    /**
     * Begins with a file, or goes on with it where its delivery was interrupted.
     *
     * @throws FileStillChanging when it changes while it is looked at
     * @throws IOException when it cannot be read
     */
    public FeedImport open(String feed, Path file) throws IOException {
        FeedDescriptor descriptor = catalogue.get(feed);
        Fingerprint fingerprint = Fingerprint.of(file);
        Delivery delivery = deliveries.receive(feed, name(file), fingerprint.sha256(), fingerprint.size());
        RowSource source = null;
        FileFault fault = null;
        if (delivery.state() == Delivery.State.RECEIVING) {
            try {
                source = RowSource.open(file, descriptor.format(), descriptor.columns());
                deliveries.columns(delivery.id(), source.header().names());
            } catch (FileFault e) {
                fault = e;
            }
        }
        return new FeedImport(
                file, fingerprint, delivery, source, fault, new RowMapper(descriptor, keys), batchRows, progress);
    }

    /**
     * Ends a file all of whose batches have landed.
     *
     * @return where the file is to be kept, below its folder
     * @throws FileStillChanging when it changed while it was read; it is to be read again then
     * @throws IOException when it cannot be looked at
     */
    public String close(FeedImport done) throws IOException {
        done.close();
        Delivery delivery = done.delivery();
        String keptAs = switch (delivery.state()) {
            case RECEIVING -> end(done, delivery);
            case DONE -> again(done, delivery);
            case REFUSED -> throw new IllegalStateException("delivery " + delivery.id() + " was refused");
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
        String keptAs = keepAs(DONE, delivery);
        deliveries.done(delivery.id(), remark(done, delivery), keptAs);
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
