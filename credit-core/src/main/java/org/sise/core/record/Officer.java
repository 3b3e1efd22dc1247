package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;

/**
 * A director, supervisor or senior manager of a business (董事、监事、高级管理人员); its date is the day from which.
 *
 * @param header what every record says
 * @param name the person's name
 * @param person the person's keyed identity, or null when only a name is known
 * @param position the position (职务), or null when not given
 * @param until last day in office, or null while it lasts
 */
public record Officer(
        RecordHeader header,
        String name,
        @Nullable PersonKey person,
        @Nullable String position,
        @Nullable LocalDate until)
        implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Officer {
        new Checks().inOrder("until", header.date(), until).done();
    }
}
