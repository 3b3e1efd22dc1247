package org.sise.supervision.repair.pack;

import org.sise.scoring.policy.Text;

/**
 * What has to be handed in.
 *
 * @param id its word, such as {@code correction}
 */
public record Material(String id, Text label, String forCase, Grounds grounds) {}
