package org.sise.supervision.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.record.Commitment;
import org.sise.core.record.Fulfilment;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;

/** For how long promises are not taken after a breach. Every breach in the ledger counts, whoever recorded it. */
final class Bans {

    private final StandingRecords standing;
    private final CommitmentKinds kinds;

    Bans(DataSource dataSource, CommitmentKinds kinds) {
        this.standing = new StandingRecords(dataSource);
        this.kinds = kinds;
    }

    List<Ban> of(CreditCode business, LocalDate day) {
        List<Ban> bans = new ArrayList<>();
        for (StoredRecord stored : standing.of(Set.of(business.value()), RecordKind.COMMITMENT)) {
            if (stored.record() instanceof Commitment commitment && commitment.fulfilment() == Fulfilment.BREACHED) {
                LocalDate broken =
                        commitment.confirmedOn() == null ? commitment.header().date() : commitment.confirmedOn();
                LocalDate until =
                        broken.plusMonths(kinds.banMonths(commitment.type())).minusDays(1);
                if (!day.isBefore(broken) && !day.isAfter(until)) {
                    bans.add(new Ban(stored.id(), commitment.type(), broken, until));
                }
            }
        }
        return bans;
    }
}
