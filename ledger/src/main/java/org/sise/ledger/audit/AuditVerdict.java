package org.sise.ledger.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the audit log found.
 *
 * @param head the tree head over the lines as they stand
 * @param fault the first line that does not hold, in Chinese and English, or null when all do
 */
public record AuditVerdict(AuditHead head, @Nullable String fault) {}
