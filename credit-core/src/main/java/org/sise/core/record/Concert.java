package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKey;

/**
 * A member of a group that acts in concert in a business (一致行动人, 上市公司收购管理办法 第83条); one record a member. The
 * header's subject is the business in which they act, its date the day from which.
 *
 * @param header what every record says
 * @param agreement what the group's members have in common, such as the agreement's name
 * @param memberKind what the member is
 * @param memberName the member's name
 * @param memberCode the member's credit code, of a business only
 * @param memberKey the member's keyed identity, of a person only, or null when only a name is known
 * @param until last day, or null while it lasts
 */
public record Concert(
        RecordHeader header,
        String agreement,
        HolderKind memberKind,
        String memberName,
        @Nullable CreditCode memberCode,
        @Nullable PersonKey memberKey,
        @Nullable LocalDate until)
        implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Concert {
        Checks checks = new Checks().inOrder("until", header.date(), until);
        if (memberKind == HolderKind.BUSINESS) {
            checks.present("memberCode", memberCode);
        }
        checks.done();
    }
}
