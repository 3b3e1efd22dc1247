package org.sise.supervision.follow;

import java.util.List;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.StoredRecord;

/**
 * Somebody who acts on what the ledger learns. What it is told once more brings nothing new about. It takes its row locks
 * before its first line of the audit log.
 */
public interface LedgerFollower {

    /** Its name among the followers, in lower case. */
    String name();

    /** Deals with records, in the transaction that moves its place. */
    default void followRecords(List<StoredRecord> records) {}

    /** Deals with events, or passes them over, in the transaction that acknowledges them. */
    default void followEvents(List<OutboxEvent> events) {}
}
