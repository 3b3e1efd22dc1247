package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.money.Yuan;

/**
 * What every record says, whatever its kind.
 *
 * @param subject the business that the record is about
 * @param date the day on which what it says became true, in Asia/Shanghai
 * @param document the document's number, such as a penalty decision's, or null when there is none
 * @param department the department that made it
 * @param state where it stands
 * @param severity its class of dishonesty, or null where the kind has none or it was not given
 * @param amount the amount in yuan, or null where there is none
 * @param publishedFrom first day of its publicity, or null
 * @param publishedUntil last day of its publicity, or null
 */
public record RecordHeader(
        CreditCode subject,
        LocalDate date,
        @Nullable String document,
        String department,
        RecordState state,
        @Nullable Severity severity,
        @Nullable Yuan amount,
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedUntil) {

    /** @throws FieldFaultException when publicity ends before it begins */
    public RecordHeader {
        new Checks().inOrder("publishedUntil", publishedFrom, publishedUntil).done();
    }
}
