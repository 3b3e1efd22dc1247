package org.sise.integrations.fetch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.sise.integrations.descriptor.KafkaAccess;

/** The settings of Kafka's clients that say how brokers are reached. */
public final class KafkaSettings {

    private KafkaSettings() {}

    /**
     * The settings.
     *
     * @param home the folder at which relative paths begin
     * @throws IllegalStateException when the password is not supplied; the message says how
     */
    public static Map<String, Object> of(KafkaAccess access, Secrets secrets, Path home) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, access.brokers());
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, access.protocol());
        if (access.trust() != null) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            settings.put(
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    home.resolve(access.trust()).toString());
        }
        if (access.mechanism() != null && access.user() != null && access.password() != null) {
            settings.put(SaslConfigs.SASL_MECHANISM, access.mechanism());
            settings.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    "%s required username=%s password=%s;"
                            .formatted(
                                    access.mechanism().equals("PLAIN")
                                            ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                                            : "org.apache.kafka.common.security.scram.ScramLoginModule",
                                    quote(access.user()),
                                    quote(secrets.read(access.password().name()))));
        }
        return settings;
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
