package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;

/**
 * A telephone number under which a business is known (联系电话); its date is the day from which.
 *
 * @param header what every record says
 * @param phone the number's keyed hash, never the number
 * @param until last day, or null while it lasts
 */
public record Contact(
        RecordHeader header, PersonKey phone, @Nullable LocalDate until) implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Contact {
        new Checks().inOrder("until", header.date(), until).done();
    }
}
