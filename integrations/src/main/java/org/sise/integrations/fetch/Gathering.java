package org.sise.integrations.fetch;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Fetch;

/**
 * Rows of a source that are gathered into one file, each a line of JSON. Rows that the former fetch read already are
 * left out; a file without rows, or with those of the former fetch and no others, is no fetch.
 */
final class Gathering implements AutoCloseable {

    private final Spool spool;
    private final SpoolFile file;
    private final Optional<Fetch> former;
    private final SeenRows seen;
    private long read;
    private long written;

    private Gathering(Spool spool, SpoolFile file, Optional<Fetch> former) {
        this.spool = spool;
        this.file = file;
        this.former = former;
        this.seen = SeenRows.of(former.map(Fetch::seen).orElse(null));
    }

    /** Begins behind a feed's former fetch. */
    static Gathering begin(Spool spool, String feed, Optional<Fetch> former) throws PullFault {
        try {
            return new Gathering(spool, spool.begin(feed + ".jsonl"), former);
        } catch (IOException e) {
            throw SftpPull.inbox(e);
        }
    }

    /**
     * Takes a row.
     *
     * @param row a JSON object on one line, without its end
     * @return its digest
     */
    byte[] add(byte[] row) throws PullFault {
        read++;
        byte[] digest = SeenRows.digest(row);
        if (!seen.contains(digest)) {
            try {
                file.write(row);
                file.write('\n');
            } catch (IOException e) {
                throw SftpPull.inbox(e);
            }
            written++;
        }
        return digest;
    }

    /** Rows taken so far. */
    long read() {
        return read;
    }

    /**
     * Commits what was gathered, if it is new.
     *
     * @param position where the source is read on
     * @param marks digests of the rows that the next pull reads again, or null
     */
    void end(String position, byte @Nullable [] marks, Gain gain) throws PullFault {
        try {
            if (written > 0 && !former.map(Fetch::sha256).equals(Optional.of(file.seal()))) {
                gain.add(spool.commit(file, written, position, null, true, marks));
            }
        } catch (IOException e) {
            throw SftpPull.inbox(e);
        }
    }

    @Override
    public void close() throws PullFault {
        try {
            file.close();
        } catch (IOException e) {
            throw SftpPull.inbox(e);
        }
    }
}
