package org.sise.supervision.entry;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;

/** Who of a visit's officers is in. */
public final class Presence {

    private final EntryScans scans;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Presence(DataSource dataSource) {
        this.scans = new EntryScans(dataSource);
    }

    /** The certificates of those who scanned in and not out. */
    public List<String> inside(long visit) {
        return scans.inside(visit);
    }

    /** How many officers have scanned in, those who left with them. */
    public int entered(long visit) {
        return scans.entered(visit);
    }

    /** Keeps that an officer left, in the caller's transaction. */
    public void leave(long visit, CreditCode business, String certificate, Instant at) {
        if (!scans.add(new EntryScans.Scan(at, null, Way.OUT, business.value(), certificate, null), visit, "")) {
            throw new IllegalStateException("已扫码离企 / has left already: " + certificate);
        }
    }
}
