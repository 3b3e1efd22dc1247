package org.sise.integrations.row;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/** A file as it was sent: plain, gzipped, or a zip archive of parts that are read one after the other. */
final class Parcel implements Closeable {

    private final FeedFormat format;
    private final @Nullable ZipFile zip;
    private final Iterator<ZipEntry> entries;
    private final UnpackLimit limit;
    private @Nullable Part first;
    private @Nullable Part current;
    private long done;
    private LongSupplier read = () -> 0;

    private Parcel(FeedFormat format, @Nullable ZipFile zip, List<ZipEntry> entries) {
        this.format = format;
        this.zip = zip;
        this.entries = entries.iterator();
        this.limit = new UnpackLimit(format.common().unpacked());
    }

    /**
     * Opens a file; it has one part at least.
     *
     * @throws FileFault when it is packed in a way that cannot be read
     */
    static Parcel open(Path file, FeedFormat format) throws FileFault, IOException {
        Magic magic;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            magic = Magic.of(in);
        }
        if (magic.isForeign()) {
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "不支持此压缩格式(rar, 7z, xz), 请用zip或gzip",
                    "rar, 7z and xz are not read: pack it as zip or gzip");
        }
        if (magic.isZip()) {
            ZipFile zip = Archives.open(file, format);
            if (zip != null) {
                try {
                    return new Parcel(format, zip, Archives.entries(zip, format));
                } catch (FileFault | RuntimeException e) {
                    zip.close();
                    throw e;
                }
            }
        }
        Parcel parcel = new Parcel(format, null, List.of());
        CountingStream counter = new CountingStream(Files.newInputStream(file));
        parcel.read = counter::count;
        try {
            parcel.first = magic == Magic.GZIP ? parcel.unzipped(counter) : new Part("", file, counter);
        } catch (IOException e) {
            counter.close();
            throw e;
        }
        return parcel;
    }

    /** The next part, or null behind the last; the part before is closed. */
    @Nullable
    Part next() throws FileFault, IOException {
        if (current != null) {
            current.close();
        }
        current = first;
        first = null;
        if (current == null && zip != null && entries.hasNext()) {
            current = part(zip, entries.next());
        }
        if (current != null && (zip != null || !(format instanceof FeedFormat.Xlsx))) {
            unnested(current);
        }
        return current;
    }

    /** How much of the file was read, in bytes; within an archive's entry estimated. */
    long position() {
        return done + read.getAsLong();
    }

    @Override
    public void close() throws IOException {
        try {
            if (current != null) {
                current.close();
            }
            if (first != null) {
                first.close();
            }
        } finally {
            if (zip != null) {
                zip.close();
            }
        }
    }

    /** What the failure of a stream says of the file. */
    static FileFault damaged(IOException e) throws IOException {
        return switch (e) {
            case RefusedStreamException refused -> refused.fault();
            case EOFException _, ZipException _ ->
                new FileFault(
                        Reason.DAMAGED_FILE,
                        "压缩文件不完整或已损坏, 请重新发送",
                        "the compressed file is cut off or damaged, send it again (%s)".formatted(e.getMessage()));
            default -> throw e;
        };
    }

    private Part unzipped(CountingStream counter) throws IOException {
        InputStream in = new GZIPInputStream(new BufferedInputStream(counter, TextSample.SIZE), TextSample.SIZE);
        return new Part("", null, limit.bound(in, counter::count));
    }

    private Part part(ZipFile archive, ZipEntry entry) throws IOException {
        done += read.getAsLong();
        EntryStream in = new EntryStream(archive.getInputStream(entry), entry);
        read = in::position;
        long before = done;
        return new Part(entry.getName(), null, limit.bound(in, () -> before + entry.getCompressedSize()));
    }

    private void unnested(Part part) throws FileFault, IOException {
        Magic magic = Magic.of(part.stream());
        boolean workbook = format instanceof FeedFormat.Xlsx && magic == Magic.ZIP;
        if (magic != Magic.OTHER && !workbook) {
            throw Archives.nested(part.name());
        }
    }
}
