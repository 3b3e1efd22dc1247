package org.sise.integrations.row;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** One readable part of a parcel: the file itself, what it unpacks to, or an entry of an archive. */
final class Part implements Closeable {

    private final String name;
    private final @Nullable Path plain;
    private final BufferedInputStream in;
    private @Nullable Path copy;

    /**
     * A part.
     *
     * @param name the entry's name, or an empty text when the file is no archive
     * @param plain the file, when it is this part as it stands, or null
     * @param in its bytes
     */
    Part(String name, @Nullable Path plain, InputStream in) {
        this.name = name;
        this.plain = plain;
        this.in = new BufferedInputStream(in, TextSample.SIZE);
    }

    String name() {
        return name;
    }

    /** Its bytes; the stream can be marked and reset. */
    InputStream stream() {
        return in;
    }

    /** It as a file of its own, unpacked where it must be; the copy goes when this is closed. */
    Path path() throws IOException {
        if (plain != null) {
            return plain;
        }
        copy = Files.createTempFile("sise-part-", "");
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
