package org.sise.supervision.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.core.record.Severity;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;

/** A listing as a record of the ledger, under the key that a department's feed would give it. */
final class ListingRecords {

    /** The feed under which listings decided here stand in the ledger. */
    static final String FEED = "listing";

    private final Records records;

    ListingRecords(DataSource dataSource) {
        this.records = new Records(dataSource);
    }

    static String key(Listing listing, ListingGround ground, String document, LocalDate on) {
        String business = listing.business().value();
        String plain = document.replace("\\", "\\\\").replace("|", "\\|");
        return switch (listing.kind()) {
            case DISHONESTY -> String.join("|", business, ground.list(), plain, on.toString());
            case ABNORMAL, NONE -> String.join("|", business, plain, on.toString());
        };
    }

    /** Appends the listing's record in a state, in the caller's transaction. */
    void append(Listing listing, ListingGround ground, RecordState state, @Nullable LocalDate removedOn) {
        LocalDate on = Objects.requireNonNull(listing.listedOn());
        RecordHeader header = new RecordHeader(
                listing.business(),
                on,
                listing.document(),
                listing.department(),
                state,
                listing.kind() == ListingGround.Kind.DISHONESTY ? Severity.SERIOUS : null,
                null,
                on,
                listing.until());
        CreditRecord record = switch (listing.kind()) {
            case DISHONESTY -> new DishonestyListing(header, ground.list(), ground.ground(), removedOn);
            case ABNORMAL, NONE -> new AbnormalListing(header, ground.ground(), removedOn);
        };
        String key = Objects.requireNonNull(listing.recordKey());
        records.append(
                FEED,
                listing.id(),
                List.of(new RecordEntry(record, key, 1, "{\"名单列入\": \"%d\"}".formatted(listing.id()))));
    }
}
