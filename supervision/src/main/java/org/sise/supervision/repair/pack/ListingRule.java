package org.sise.supervision.repair.pack;

import org.sise.core.record.RecordKind;
import org.sise.core.record.Severity;

/** The class and period of the records of a kind that is no penalty. */
public record ListingRule(RecordKind record, Severity severity, Period period) {}
