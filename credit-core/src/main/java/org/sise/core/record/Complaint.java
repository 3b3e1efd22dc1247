package org.sise.core.record;

import org.jspecify.annotations.Nullable;

/**
 * A complaint or clue (投诉举报、线索); its date is the day of receipt.
 *
 * @param header what every record says
 * @param matter what it is about
 * @param upheld whether it was found true, or null while open
 */
public record Complaint(
        RecordHeader header, String matter, @Nullable Boolean upheld) implements CreditRecord {}
