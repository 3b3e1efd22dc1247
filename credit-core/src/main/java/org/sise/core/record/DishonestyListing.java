package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a list of seriously dishonest parties (严重失信主体名单); its date is the day of listing.
 *
 * @param header what every record says
 * @param list the list's name
 * @param ground the ground of listing
 * @param removedOn day of removal, or null while listed
 */
public record DishonestyListing(
        RecordHeader header,
        String list,
        String ground,
        @Nullable LocalDate removedOn) implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public DishonestyListing {
        new Checks().inOrder("removedOn", header.date(), removedOn).done();
    }
}
