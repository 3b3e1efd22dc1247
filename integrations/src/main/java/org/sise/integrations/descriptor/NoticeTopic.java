package org.sise.integrations.descriptor;

/**
 * A topic of the ledger's outbox that departments can be told of.
 *
 * @param topic its word in the outbox
 * @param title what it is about
 */
public record NoticeTopic(String topic, Title title) {}
