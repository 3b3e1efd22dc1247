package org.sise.server.house;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of entry, {@code sise.entry.*}; beside them {@code sise.entry.scans-per-minute}, how many scans without an
 * account one address may make.
 *
 * @param complaintLine the telephone line for complaints about those who inspect, printed on signs
 * @param publicAddress the server's address as businesses' phones reach it, which codes lead to; null for the address by
 *     which the officer came
 * @param keySigns for how long a key of task codes signs
 * @param keyAhead how long before its end the next one is announced, so that phones that check codes offline can have it
 * @param photograph the largest photograph
 */
@ConfigurationProperties("sise.entry")
public record EntrySettings(
        @DefaultValue("12345") String complaintLine,
        @Nullable String publicAddress,
        @DefaultValue("30d") Duration keySigns,
        @DefaultValue("3d") Duration keyAhead,
        @DefaultValue("8MB") DataSize photograph) {

    /** @throws IllegalArgumentException when a key would end before its successor is announced */
    public EntrySettings {
        if (keySigns.compareTo(keyAhead) <= 0) {
            throw new IllegalArgumentException("sise.entry.key-signs has to be longer than sise.entry.key-ahead");
        }
    }
}
