package org.sise.server.house;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what the public is shown, {@code sise.publication.*}.
 *
 * @param automatic whether a result that no person has published is published on its last day
 * @param drawFiles whether the folders of drawn plans are served to anybody, so that anybody can verify a draw; they name the
 *     colour of each business of the pool
 */
@ConfigurationProperties("sise.publication")
public record PublicationSettings(
        @DefaultValue("true") boolean automatic,
        @DefaultValue("true") boolean drawFiles) {}
