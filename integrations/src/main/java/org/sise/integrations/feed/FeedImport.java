package org.sise.integrations.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Batch;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowSource;

/**
 * One file on its way in: its batches, one after the other, from the row at which its delivery goes on. What is wrong
 * with the file as a whole ends the batches and is kept for {@link FeedIntake#close}.
 */
public final class FeedImport implements Iterator<Batch>, AutoCloseable {

    /** A batch holds no more characters than this, however few rows that are. */
    private static final int LARGEST_BATCH = 1 << 24;

    private final Path file;
    private final Fingerprint fingerprint;
    private final Delivery delivery;
    private final @Nullable RowSource source;
    private final RowMapper mapper;
    private final int batchRows;
    private final FeedProgress progress;
    private final long started = System.nanoTime();
    private @Nullable FileFault fault;
    private @Nullable Batch next;
    private boolean looked;
    private long rows;

    FeedImport(
            Path file,
            Fingerprint fingerprint,
            Delivery delivery,
            @Nullable RowSource source,
            @Nullable FileFault fault,
            RowMapper mapper,
            int batchRows,
            FeedProgress progress) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.delivery = delivery;
        this.source = source;
        this.fault = fault;
        this.mapper = mapper;
        this.batchRows = batchRows;
        this.progress = progress;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The delivery as it stood when this began. */
    public Delivery delivery() {
        return delivery;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** What is wrong with the file as a whole, or null. */
    @Nullable
    FileFault fault() {
        return fault;
    }

    /** Whether the file is still what it was when this began. */
    boolean isUnchanged() throws IOException {
        return fingerprint.matches(file);
    }

    long rows() {
        return rows;
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            if (rows > 0) {
                tell(false);
            }
            next = read();
            looked = true;
        }
        return next != null;
    }

    @Override
    public Batch next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        looked = false;
        rows += next.rows().size();
        return next;
    }

    void tell(boolean finished) {
        long bytes = source == null || finished ? fingerprint.size() : source.position();
        progress.step(new FeedProgress.Step(
                delivery.feed(),
                delivery.file(),
                delivery.id(),
                rows,
                bytes,
                fingerprint.size(),
                Duration.ofNanos(System.nanoTime() - started),
                finished));
    }

    private @Nullable Batch read() {
        if (source == null || fault != null) {
            return null;
        }
        List<MappedRow> batch = new ArrayList<>(batchRows);
        int characters = 0;
        try {
            while (batch.size() < batchRows && characters < LARGEST_BATCH) {
                Row row = source.next();
                if (row == null) {
                    break;
                }
                if (row.index() >= delivery.nextRow()) {
                    MappedRow mapped = mapper.map(row, source.header());
                    characters += mapped.original().length();
                    batch.add(mapped);
                }
            }
        } catch (FileFault e) {
            fault = e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return batch.isEmpty() ? null : new Batch(delivery.id(), delivery.feed(), List.copyOf(batch));
    }

    @Override
    public void close() {
        if (source != null) {
            try {
                source.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
