package org.sise.supervision.commitment;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.record.Commitment;
import org.sise.core.record.Fulfilment;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;

/** A commitment as a record of the ledger, under the key that a department's feed would give it. */
final class CommitmentRecords {

    /** The feed under which commitments signed here stand in the ledger. */
    static final String FEED = "commitment";

    private final Records records;

    CommitmentRecords(DataSource dataSource) {
        this.records = new Records(dataSource);
    }

    static String key(CreditCode business, String type, String matter, LocalDate on) {
        return String.join(
                "|", business.value(), type, matter.replace("\\", "\\\\").replace("|", "\\|"), on.toString());
    }

    /** Appends the commitment's record as it stands, in the caller's transaction. */
    void append(SignedCommitment commitment, CommitmentKind kind) {
        CommitmentState state = commitment.state();
        boolean broken = state == CommitmentState.BREACHED;
        LocalDate from = commitment.published() || broken ? commitment.madeOn() : null;
        LocalDate until = broken ? commitment.bannedUntil() : commitment.published() ? commitment.until() : null;
        RecordHeader header = new RecordHeader(
                commitment.business(),
                commitment.madeOn(),
                null,
                commitment.department(),
                state == CommitmentState.CLEARED ? RecordState.WITHDRAWN : RecordState.EFFECTIVE,
                null,
                null,
                from,
                until);
        Commitment record = new Commitment(
                header,
                kind.type(),
                commitment.matter(),
                commitment.content(),
                commitment.until(),
                fulfilment(state),
                confirmedOn(commitment));
        records.append(
                FEED,
                commitment.id(),
                List.of(new RecordEntry(
                        record, commitment.recordKey(), 1, "{\"信用承诺\": \"%d\"}".formatted(commitment.id()))));
    }

    private static @Nullable LocalDate confirmedOn(SignedCommitment commitment) {
        return commitment.state() == CommitmentState.SIGNED ? null : commitment.confirmedOn();
    }

    private static Fulfilment fulfilment(CommitmentState state) {
        return switch (state) {
            case SIGNED -> Fulfilment.NOT_DUE;
            case FULFILLED -> Fulfilment.FULFILLED;
            case PARTLY -> Fulfilment.PARTLY;
            case BREACHED, CLEARED -> Fulfilment.BREACHED;
        };
    }
}
