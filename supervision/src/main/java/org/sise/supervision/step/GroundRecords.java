package org.sise.supervision.step;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of the ledger as grounds of something: which stand, and why one no longer does. */
public final class GroundRecords {

    private final JdbcClient jdbc;
    private final StandingRecords standing;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public GroundRecords(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.standing = new StandingRecords(dataSource);
    }

    /** The records of a kind about a business that stand on a day, by number. */
    public List<StoredRecord> standing(CreditCode business, RecordKind kind, LocalDate day) {
        return standing(Set.of(business.value()), kind, day);
    }

    /** As {@link #standing(CreditCode, RecordKind, LocalDate)}, of several businesses, by credit code. */
    public List<StoredRecord> standing(Collection<String> businesses, RecordKind kind, LocalDate day) {
        return standing.of(businesses, kind).stream()
                .filter(stored -> end(stored.record(), day) == null)
                .toList();
    }

    /** The latest version of a matter, if the ledger knows it. */
    public Optional<StoredRecord> latest(RecordKind kind, String key) {
        return standing.latest(kind, key);
    }

    /** The record of a number, if there is one. */
    public Optional<StoredRecord> record(long id) {
        return standing.ofNumbers(Set.of(id)).stream().findFirst();
    }

    /** The present colour of a business, or null while it has none. */
    public @Nullable Grade colour(String business) {
        return jdbc.sql("select colour from ledger.standing where subject = :business")
                .param("business", business)
                .query(Integer.class)
                .optional()
                .map(colour -> Grade.values()[colour])
                .orElse(null);
    }

    /** The name of a business in the register, if it is there. */
    public Optional<String> name(String business) {
        return jdbc.sql("select name from ledger.business where code = :business")
                .param("business", business)
                .query(String.class)
                .optional();
    }

    /** Why a record no longer stands on a day, or null when it stands. */
    public static @Nullable GroundEnd end(CreditRecord record, LocalDate day) {
        RecordState state = record.header().state();
        LocalDate removed = switch (record) {
            case DishonestyListing listing -> listing.removedOn();
            case AbnormalListing listing -> listing.removedOn();
            default -> null;
        };
        LocalDate until = record.header().publishedUntil();
        return switch (state) {
            case REPAIRED -> GroundEnd.REPAIRED;
            case WITHDRAWN -> GroundEnd.ANNULLED;
            case EXPIRED -> GroundEnd.EXPIRED;
            case EFFECTIVE, CORRECTED -> {
                if (removed != null && !removed.isAfter(day)) {
                    yield GroundEnd.REMOVED;
                }
                yield until != null && until.isBefore(day) ? GroundEnd.EXPIRED : null;
            }
        };
    }
}
