package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An administrative permit (行政许可); its date is the day of the decision.
 *
 * @param header what every record says
 * @param name the document's name (行政许可决定文书名称)
 * @param category the kind of permit (许可类别), or null
 * @param certificate the certificate's number (许可编号), or null
 * @param content what is permitted (许可内容), or null
 * @param validFrom first day of validity, or null
 * @param validUntil last day of validity, or null
 */
public record Permit(
        RecordHeader header,
        String name,
        @Nullable String category,
        @Nullable String certificate,
        @Nullable String content,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil)
        implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Permit {
        new Checks().inOrder("validUntil", validFrom, validUntil).done();
    }
}
