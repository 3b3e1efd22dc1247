package org.sise.ledger.audit;

/**
 * A tree head of the audit log by RFC 9162: whoever kept an older one can tell that no line before it was altered.
 *
 * @param size how many lines
 * @param root the Merkle tree hash, 64 lower-case hexadecimal digits
 */
public record AuditHead(long size, String root) {}
