package org.sise.integrations.row;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of an archive's entry, held against its size and check sum when it ends. */
final class EntryStream extends FilterInputStream {

    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long count;

    EntryStream(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n > 0) {
            sum.update(into, from, n);
            count += n;
        } else if (n < 0 && (sum.getValue() != entry.getCrc() || count != entry.getSize())) {
            throw new ZipException("entry %s does not match its check sum".formatted(entry.getName()));
        }
        return n;
    }

    /** How much of the packed entry was read, estimated, in bytes. */
    long position() {
        return entry.getSize() <= 0 ? 0 : (long) ((double) count / entry.getSize() * entry.getCompressedSize());
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
