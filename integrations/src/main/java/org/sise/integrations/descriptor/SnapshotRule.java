package org.sise.integrations.descriptor;

/**
 * Says that each file is a full copy: what the feed's files before had and this one lacks is withdrawn.
 *
 * @param window whether the copy holds only what is dated from its earliest date on, so that older matters are left alone
 */
public record SnapshotRule(boolean window) {}
