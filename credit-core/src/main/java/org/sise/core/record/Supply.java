package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * That one business supplies another (供应关系); the header's subject is the customer, its date the day from which.
 *
 * @param header what every record says
 * @param supplierName the supplier's name
 * @param supplierCode the supplier's credit code
 * @param goods what is supplied, or null when not given
 * @param until last day, or null while it lasts
 */
public record Supply(
        RecordHeader header,
        String supplierName,
        CreditCode supplierCode,
        @Nullable String goods,
        @Nullable LocalDate until)
        implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Supply {
        new Checks().inOrder("until", header.date(), until).done();
    }
}
