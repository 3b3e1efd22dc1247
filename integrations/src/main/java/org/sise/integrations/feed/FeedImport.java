package org.sise.integrations.feed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Batch;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.FileFault;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowSource;

/**
 * One file on its way in: its batches, one after the other, from the row at which its delivery goes on. While a batch
 * lands, the next one is read and mapped by another thread, one ahead and no more. What is wrong with the file as a whole
 * ends the batches and is kept for {@link FeedIntake#close}.
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
    private @Nullable FutureTask<Ahead> ahead;
    private @Nullable Batch next;
    private boolean looked;
    private long position;
    private long rows;

    /**
     * What was read ahead.
     *
     * @param batch the batch, or null behind the last
     * @param position how much of the file was read with it, in bytes
     * @param fault what ended the reading, or null
     */
    private record Ahead(
            @Nullable Batch batch, long position, @Nullable FileFault fault) {}

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
            next = take();
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
        if (fault == null) {
            begin();
        }
        return next;
    }

    void tell(boolean finished) {
        long bytes = source == null || finished ? fingerprint.size() : position;
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

    private @Nullable Batch take() {
        if (source == null || fault != null) {
            return null;
        }
        Ahead read = ended(ahead == null ? begin() : ahead);
        ahead = null;
        position = read.position();
        fault = read.fault();
        return read.batch();
    }

    private FutureTask<Ahead> begin() {
        FutureTask<Ahead> begun = new FutureTask<>(this::read);
        ahead = begun;
        Thread.ofPlatform().daemon().name("feed-ahead-" + delivery.feed()).start(begun);
        return begun;
    }

    private static Ahead ended(FutureTask<Ahead> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("stopped while a file was read"));
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw new UncheckedIOException(cause);
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private Ahead read() throws IOException {
        RowSource file = Objects.requireNonNull(source);
        List<MappedRow> batch = new ArrayList<>(batchRows);
        FileFault found = null;
        int characters = 0;
        try {
            while (batch.size() < batchRows && characters < LARGEST_BATCH) {
                Row row = file.next();
                if (row == null) {
                    break;
                }
                if (row.index() >= delivery.nextRow()) {
                    MappedRow mapped = mapper.map(row, file.header());
                    characters += mapped.original().length();
                    batch.add(mapped);
                }
            }
        } catch (FileFault e) {
            found = e;
        }
        Batch read = batch.isEmpty() ? null : new Batch(delivery.id(), delivery.feed(), List.copyOf(batch));
        return new Ahead(read, file.position(), found);
    }

    /** Lets go of the file, once nobody reads it any more. */
    @Override
    public void close() {
        FutureTask<Ahead> reading = ahead;
        ahead = null;
        if (reading != null) {
            await(reading);
        }
        if (source != null) {
            try {
                source.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What was read is not asked for any more, nor what went wrong with it. */
    private static void await(FutureTask<Ahead> reading) {
        boolean interrupted = false;
        while (!reading.isDone()) {
            try {
                reading.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
