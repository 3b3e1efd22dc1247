package org.sise.integrations.row;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * How much a compressed file may unpack to, over all its parts: a file that is made to fill the machine (a zip bomb) is
 * refused as soon as it shows.
 */
final class UnpackLimit {

    /** Text of rows packs 3 to 40 times; above this a file is suspect. */
    static final int RATIO = 250;

    /** Below this nothing is suspect, in bytes. */
    static final long FLOOR = 64L << 20;

    private final long most;
    private long count;

    /** With the most that all parts together may unpack to, in bytes. */
    UnpackLimit(long most) {
        this.most = most;
    }

    /** A stream of unpacked bytes that is refused when it passes the limit. */
    InputStream bound(InputStream in, LongSupplier packed) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1, packed);
                return b;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int n = super.read(into, from, length);
                count(Math.max(0, n), packed);
                return n;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** @throws FileFault when so many bytes packed into so few are beyond the limit */
    void check(long unpacked, long packed) throws FileFault {
        if (unpacked > most) {
            throw new FileFault(
                    Reason.TOO_LARGE,
                    "解压后超过%d MiB; 如确需如此, 请在来源配置 format 中设 unpacked-mib".formatted(most >> 20),
                    "it unpacks to more than %d MiB: if that is right, set unpacked-mib in the feed's format"
                            .formatted(most >> 20));
        }
        if (unpacked > FLOOR && unpacked / RATIO > packed) {
            throw new FileFault(
                    Reason.TOO_LARGE,
                    "压缩比超过%d倍, 疑似压缩炸弹, 已拒收; 请改为发送未压缩的文件".formatted(RATIO),
                    "it unpacks to more than %d times its size, as a zip bomb does: send it unpacked".formatted(RATIO));
        }
    }

    private void count(int n, LongSupplier packed) throws RefusedStreamException {
        count += n;
        try {
            check(count, packed.getAsLong());
        } catch (FileFault fault) {
            throw new RefusedStreamException(fault);
        }
    }
}
