package org.sise.supervision.commitment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerFollower;
import org.sise.supervision.step.GroundEnd;
import org.sise.supervision.step.GroundRecords;

/** Ends the consequences of a breach whose record was repaired or withdrawn otherwise than here. */
public final class CommitmentWatch implements LedgerFollower {

    private final CommitmentRows rows;
    private final Commitments commitments;
    private final GroundRecords latest;

    /** On the database of the commitments. */
    public CommitmentWatch(DataSource dataSource, Commitments commitments) {
        this.rows = new CommitmentRows(dataSource);
        this.commitments = commitments;
        this.latest = new GroundRecords(dataSource);
    }

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public void followRecords(List<StoredRecord> records) {
        Set<String> cleared = new HashSet<>();
        for (StoredRecord stored : records) {
            if (stored.record().kind() == RecordKind.COMMITMENT
                    && !stored.feed().equals(CommitmentRecords.FEED)) {
                latest.latest(RecordKind.COMMITMENT, stored.key())
                        .map(one -> one.record().header().state())
                        .filter(state -> state == RecordState.REPAIRED || state == RecordState.WITHDRAWN)
                        .ifPresent(_ -> cleared.add(stored.key()));
            }
        }
        for (long id : rows.brokenOn(cleared)) {
            commitments.clearedInTheLedger(id, GroundEnd.REPAIRED.zh() + " / " + GroundEnd.REPAIRED.en());
        }
    }
}
