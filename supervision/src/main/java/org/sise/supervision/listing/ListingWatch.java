package org.sise.supervision.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerFollower;
import org.sise.supervision.step.GroundEnd;
import org.sise.supervision.step.GroundRecords;

/** Closes listings whose record was repaired, withdrawn or removed otherwise than here. */
public final class ListingWatch implements LedgerFollower {

    private final ListingRows rows;
    private final Listings listings;
    private final GroundRecords latest;
    private final Clock clock;

    /** On the database of the listings. */
    public ListingWatch(DataSource dataSource, Listings listings, Clock clock) {
        this.rows = new ListingRows(dataSource);
        this.listings = listings;
        this.latest = new GroundRecords(dataSource);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "listings";
    }

    @Override
    public void followRecords(List<StoredRecord> records) {
        close(RecordKind.DISHONESTY_LISTING, ListingGround.Kind.DISHONESTY, records);
        close(RecordKind.ABNORMAL_LISTING, ListingGround.Kind.ABNORMAL, records);
    }

    private void close(RecordKind kind, ListingGround.Kind listed, List<StoredRecord> records) {
        LocalDate today = LocalDate.now(clock);
        Map<String, GroundEnd> ended = new HashMap<>();
        for (StoredRecord stored : records) {
            if (stored.record().kind() == kind && !stored.feed().equals(ListingRecords.FEED)) {
                latest.latest(kind, stored.key())
                        .map(one -> GroundRecords.end(one.record(), today))
                        .ifPresent(end -> ended.put(stored.key(), end));
            }
        }
        for (long id : rows.lockedOn(listed, ended.keySet())) {
            GroundEnd end = ended.get(String.valueOf(listings.find(id).recordKey()));
            if (end != null) {
                listings.endedInTheLedger(id, end.zh() + " / " + end.en());
            }
        }
    }
}
