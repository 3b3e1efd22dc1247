package org.sise.integrations.descriptor;

/** Says that each file is a full copy: what the file before had and this one lacks is withdrawn. */
public record SnapshotRule() {}
