package org.sise.integrations.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * How Kafka brokers are reached.
 *
 * @param brokers addresses as host:port, joined by commas
 * @param protocol Kafka's word: SSL, SASL_SSL, PLAINTEXT or SASL_PLAINTEXT
 * @param mechanism SASL's word, such as SCRAM-SHA-512; null without a login
 * @param user the login's name, or null
 * @param password the login's password, or null
 * @param trust a file with the certificates to trust, PEM, or null for those of the platform
 */
public record KafkaAccess(
        String brokers,
        String protocol,
        @Nullable String mechanism,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable String trust) {}
