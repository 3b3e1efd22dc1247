package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * That a business is a branch (分支机构) of another; the header's subject is the branch, its date the day from which.
 *
 * @param header what every record says
 * @param parentName the parent's name
 * @param parentCode the parent's credit code
 * @param until last day, or null while it lasts
 */
public record Branch(
        RecordHeader header,
        String parentName,
        CreditCode parentCode,
        @Nullable LocalDate until) implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Branch {
        new Checks().inOrder("until", header.date(), until).done();
    }
}
