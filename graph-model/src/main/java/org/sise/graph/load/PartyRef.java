package org.sise.graph.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKey;
import org.sise.core.record.Branch;
import org.sise.core.record.Contact;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.HolderKind;
import org.sise.core.record.Holding;
import org.sise.core.record.LegalRepresentative;
import org.sise.core.record.Officer;
import org.sise.core.record.Registration;
import org.sise.core.record.Supply;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;

/**
 * A party by what it is known by.
 *
 * @param kind what it is
 * @param id its id among those of its kind, {@link PartyIds}
 */
public record PartyRef(PartyKind kind, String id) {

    /** The parties that a record relates, its subject first. */
    public static List<PartyRef> of(CreditRecord record, PartyIds ids) {
        String subject = record.header().subject().value();
        List<PartyRef> ends = new ArrayList<>();
        ends.add(new PartyRef(PartyKind.BUSINESS, subject));
        PartyRef other = other(record, subject, ids);
        if (other != null) {
            ends.add(other);
        }
        return ends;
    }

    private static @Nullable PartyRef other(CreditRecord record, String subject, PartyIds ids) {
        return switch (record) {
            case Registration registration -> {
                String address = PartyIds.address(registration.address());
                yield address == null ? null : new PartyRef(PartyKind.ADDRESS, address);
            }
            case Holding holding -> holder(holding, subject, ids);
            case LegalRepresentative person -> person(person.person(), person.name(), subject, ids);
            case Officer officer -> person(officer.person(), officer.name(), subject, ids);
            case Branch branch -> business(branch.parentCode());
            case Supply supply -> business(supply.supplierCode());
            case Contact contact ->
                new PartyRef(PartyKind.PHONE, contact.phone().hex());
            default -> null;
        };
    }

    private static @Nullable PartyRef holder(Holding holding, String subject, PartyIds ids) {
        CreditCode code = holding.holderCode();
        if (holding.holderKind() == HolderKind.BUSINESS) {
            return code == null ? null : business(code);
        }
        return holding.holderKind() == HolderKind.OTHER
                ? new PartyRef(PartyKind.BODY, PartyIds.body(holding.holderName()))
                : person(holding.holderKey(), holding.holderName(), subject, ids);
    }

    private static PartyRef person(@Nullable PersonKey key, String name, String subject, PartyIds ids) {
        return new PartyRef(key == null ? PartyKind.NAMED_PERSON : PartyKind.PERSON, ids.person(key, name, subject));
    }

    private static PartyRef business(CreditCode code) {
        return new PartyRef(PartyKind.BUSINESS, code.value());
    }
}
