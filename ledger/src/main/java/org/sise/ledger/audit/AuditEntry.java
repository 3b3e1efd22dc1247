package org.sise.ledger.audit;

import java.time.Instant;

/**
 * A line of the audit log.
 *
 * @param seq its place, from 0, without gaps
 * @param at when, to the millisecond
 * @param actor who: an account's name, or {@code system}
 * @param action what was done, such as {@code plan-committed}
 * @param object to what, such as a plan's id or a credit code
 * @param detail what else belongs to it, free text
 */
public record AuditEntry(long seq, Instant at, String actor, String action, String object, String detail) {}
