package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;

/**
 * A business's legal representative or operator (法定代表人); its date is the day from which.
 *
 * @param header what every record says
 * @param name the person's name
 * @param person the person's keyed identity, or null when only a name is known
 * @param until last day in office, or null while it lasts
 */
public record LegalRepresentative(
        RecordHeader header,
        String name,
        @Nullable PersonKey person,
        @Nullable LocalDate until) implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public LegalRepresentative {
        new Checks().inOrder("until", header.date(), until).done();
    }
}
