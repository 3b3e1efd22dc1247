package org.sise.scoring.policy;

/** What it means that an indicator found no record that weighs. */
public sealed interface Absence {
    Text says();

    /** Absence is itself a finding and gives these points, 0 included. */
    record Counts(Points points, Text says) implements Absence {}

    /** Absence tells nothing: the indicator takes no part and is named as unknown. */
    record Unknown(Text says) implements Absence {}
}
