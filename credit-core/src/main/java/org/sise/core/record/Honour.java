package org.sise.core.record;

/**
 * An honour or positive mark (守信激励); its date is the day of the award.
 *
 * @param header what every record says
 * @param title the honour
 */
public record Honour(RecordHeader header, String title) implements CreditRecord {}
