package org.sise.ledger.outbox;

import java.time.Instant;
import org.sise.ledger.record.Position;

/**
 * Something that happened in the ledger.
 *
 * @param position its place in the order of settled transactions
 * @param topic what happened
 * @param subject to which business
 * @param payload a JSON object
 * @param createdAt when
 */
public record OutboxEvent(Position position, String topic, String subject, String payload, Instant createdAt) {}
