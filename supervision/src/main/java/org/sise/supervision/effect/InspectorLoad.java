package org.sise.supervision.effect;

import org.jspecify.annotations.Nullable;

/**
 * What an inspector did.
 *
 * @param certificate the certificate
 * @param name the name, or null where the roster has none
 * @param region the roster's region, or null
 * @param visits visits in which the inspector came in
 * @param hours hours at businesses
 * @param most how many businesses a plan may give to this inspector, or null
 */
public record InspectorLoad(
        String certificate,
        @Nullable String name,
        @Nullable String region,
        long visits,
        double hours,
        @Nullable Integer most) {}
