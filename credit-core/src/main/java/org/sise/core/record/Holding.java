package org.sise.core.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKey;

/**
 * A share in a business (股权); the header's subject is the business that is held, its date the day from which.
 *
 * @param header what every record says
 * @param holderKind what the holder is
 * @param holderName the holder's name
 * @param holderCode the holder's credit code, of a business only
 * @param holderKey the holder's keyed identity, of a person only, or null when only a name is known
 * @param percent the share in percent, from 0 to 100, or null when not given
 * @param until last day of the holding, or null while it lasts
 */
public record Holding(
        RecordHeader header,
        HolderKind holderKind,
        String holderName,
        @Nullable CreditCode holderCode,
        @Nullable PersonKey holderKey,
        @Nullable BigDecimal percent,
        @Nullable LocalDate until)
        implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Holding {
        Checks checks = new Checks().percent("percent", percent).inOrder("until", header.date(), until);
        if (holderKind == HolderKind.BUSINESS) {
            checks.present("holderCode", holderCode);
        }
        checks.done();
    }
}
