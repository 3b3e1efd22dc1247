package org.sise.supervision.repair.pack;

import org.sise.core.record.RecordKind;
import org.sise.scoring.policy.Text;

/** What leads to the end of a kind of record that others than the publisher decide on. */
public record Elsewhere(RecordKind record, Text way, Grounds grounds) {}
