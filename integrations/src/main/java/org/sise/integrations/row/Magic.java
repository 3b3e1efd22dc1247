package org.sise.integrations.row;

import java.io.IOException;
import java.io.InputStream;

/** What a file is by its first bytes, whatever it is called. */
enum Magic {
    GZIP(0x1F, 0x8B),
    ZIP('P', 'K', 3, 4),
    EMPTY_ZIP('P', 'K', 5, 6),
    RAR('R', 'a', 'r', '!'),
    SEVEN_ZIP('7', 'z', 0xBC, 0xAF),
    XZ(0xFD, '7', 'z', 'X'),
    OTHER;

    private static final int LONGEST = 4;

    private final String bytes;

    Magic(int... bytes) {
        this.bytes = new String(bytes, 0, bytes.length);
    }

    /** Of a stream that can be reset, which is not moved. */
    static Magic of(InputStream in) throws IOException {
        in.mark(LONGEST);
        byte[] start = in.readNBytes(LONGEST);
        in.reset();
        for (Magic magic : values()) {
            if (magic.starts(start)) {
                return magic;
            }
        }
        return OTHER;
    }

    boolean isZip() {
        return this == ZIP || this == EMPTY_ZIP;
    }

    /** Whether it is packed in a way that is not read here. */
    boolean isForeign() {
        return this == RAR || this == SEVEN_ZIP || this == XZ;
    }

    private boolean starts(byte[] start) {
        if (start.length < bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((start[i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
