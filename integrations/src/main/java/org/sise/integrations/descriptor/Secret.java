package org.sise.integrations.descriptor;

/**
 * The name of a secret. Its value never stands in a descriptor.
 *
 * @param name capital letters, digits and underscores, such as {@code HOUSING_TOKEN}
 */
public record Secret(String name) {}
