package org.sise.supervision.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Text;

/**
 * What a business is to be reminded of.
 *
 * @param kind of what
 * @param subject what it is about within its kind, such as a dimension or a record's matter
 * @param record the number of the record that weighs most, or null
 * @param day the day that matters
 * @param says what there is
 * @param remedy what to do
 */
public record Slip(SlipKind kind, String subject, @Nullable Long record, LocalDate day, Text says, Text remedy) {}
