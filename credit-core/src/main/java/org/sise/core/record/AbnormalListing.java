package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the list of abnormal operations (经营异常名录); its date is the day of listing.
 *
 * @param header what every record says
 * @param ground the ground of listing
 * @param removedOn day of removal, or null while listed
 */
public record AbnormalListing(
        RecordHeader header, String ground, @Nullable LocalDate removedOn) implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public AbnormalListing {
        new Checks().inOrder("removedOn", header.date(), removedOn).done();
    }
}
