package org.sise.integrations.descriptor;

/**
 * A check that every row must pass; a row that does not is quarantined whole.
 *
 * @param condition what must hold
 * @param says what is wrong with a row that fails
 */
public record RowCheck(Condition condition, Title says) {}
