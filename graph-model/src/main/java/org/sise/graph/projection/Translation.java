package org.sise.graph.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKey;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.Alert;
import org.sise.core.record.Arrears;
import org.sise.core.record.Branch;
import org.sise.core.record.Commitment;
import org.sise.core.record.Complaint;
import org.sise.core.record.Concert;
import org.sise.core.record.Contact;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.Enforcement;
import org.sise.core.record.HolderKind;
import org.sise.core.record.Holding;
import org.sise.core.record.Honour;
import org.sise.core.record.Inspection;
import org.sise.core.record.LegalRepresentative;
import org.sise.core.record.Officer;
import org.sise.core.record.Penalty;
import org.sise.core.record.Permit;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.core.record.Registration;
import org.sise.core.record.RelatedRisk;
import org.sise.core.record.SafetyAssessment;
import org.sise.core.record.Supply;
import org.sise.graph.projection.Statement.Ended;
import org.sise.graph.projection.Statement.Party;
import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Related;
import org.sise.graph.projection.Statement.Relational;
import org.sise.graph.relation.PartyIds;
import org.sise.ledger.record.StoredRecord;

/**
 * From the ledger's words to the graph's. A person without an identity number is a person of one business only. A body
 * without a credit code is identified by its name, an address by its words.
 */
final class Translation {

    private final PartyIds ids;

    Translation(PersonKeys personKeys) {
        this.ids = new PartyIds(personKeys);
    }

    /** What a record says of a business's entry in the register, or null when it is of another kind. */
    static @Nullable Registered registered(StoredRecord stored) {
        if (!(stored.record() instanceof Registration registration)) {
            return null;
        }
        String code = registration.header().subject().value();
        return isWithdrawn(stored)
                ? new Registered(stored.id(), code, null, null, null)
                : new Registered(
                        stored.id(),
                        code,
                        registration.name(),
                        registration.status().token(),
                        registration.region());
    }

    /** What a record says of a relation, or null when it says nothing. */
    @Nullable
    Relational relation(StoredRecord stored) {
        String subject = stored.record().header().subject().value();
        return switch (stored.record()) {
            case Registration registration -> address(stored, registration);
            case Holding holding ->
                to(
                        subject,
                        RelationType.HOLDS,
                        stored,
                        holder(
                                holding.holderKind(),
                                holding.holderCode(),
                                holding.holderKey(),
                                holding.holderName(),
                                subject),
                        holding.until(),
                        "share",
                        percent(holding.percent()));
            case LegalRepresentative representative ->
                to(
                        subject,
                        RelationType.LEGAL_REPRESENTATIVE,
                        stored,
                        person(representative.person(), representative.name(), subject),
                        representative.until());
            case Officer officer ->
                to(
                        subject,
                        RelationType.OFFICER,
                        stored,
                        person(officer.person(), officer.name(), subject),
                        officer.until(),
                        "position",
                        officer.position());
            case Branch branch ->
                to(
                        branch.parentCode().value(),
                        RelationType.BRANCH_OF,
                        stored,
                        new Party(HolderLabel.BUSINESS, subject, false, null),
                        branch.until(),
                        "parent",
                        branch.parentName());
            case Contact contact ->
                to(
                        subject,
                        RelationType.PHONE_OF,
                        stored,
                        new Party(HolderLabel.PHONE, contact.phone().hex(), false, null),
                        contact.until());
            case Supply supply ->
                to(
                        subject,
                        RelationType.SUPPLIES,
                        stored,
                        business(supply.supplierCode(), supply.supplierName()),
                        supply.until(),
                        "goods",
                        supply.goods());
            case Concert concert ->
                to(
                        subject,
                        RelationType.CONCERT,
                        stored,
                        holder(
                                concert.memberKind(),
                                concert.memberCode(),
                                concert.memberKey(),
                                concert.memberName(),
                                subject),
                        concert.until(),
                        "agreement",
                        concert.agreement());
            case AbnormalListing _,
                    Alert _,
                    Arrears _,
                    Commitment _,
                    Complaint _,
                    DishonestyListing _,
                    Enforcement _,
                    Honour _,
                    Inspection _,
                    RelatedRisk _,
                    Penalty _,
                    Permit _,
                    SafetyAssessment _ -> null;
        };
    }

    /** The first version of a registration cannot end an address: nothing came before it. */
    private static @Nullable Relational address(StoredRecord stored, Registration registration) {
        String id = isWithdrawn(stored) ? null : PartyIds.address(registration.address());
        if (id == null) {
            return stored.version() == 1
                    ? null
                    : new Ended(RelationType.ADDRESS_OF.matter(stored.key()), stored.id(), RelationType.ADDRESS_OF);
        }
        return to(
                registration.header().subject().value(),
                RelationType.ADDRESS_OF,
                stored,
                new Party(HolderLabel.ADDRESS, id, false, registration.address()),
                null);
    }

    private static Relational to(
            String business, RelationType type, StoredRecord stored, Party party, @Nullable LocalDate until) {
        return to(business, type, stored, party, until, "", null);
    }

    /** @param property what this type alone has, when {@code value} is given */
    private static Relational to(
            String business,
            RelationType type,
            StoredRecord stored,
            Party party,
            @Nullable LocalDate until,
            String property,
            @Nullable Object value) {
        String matter = type.matter(stored.key());
        if (isWithdrawn(stored)) {
            return new Ended(matter, stored.id(), type);
        }
        RecordHeader header = stored.record().header();
        Map<String, Object> properties = new HashMap<>();
        properties.put("matter", matter);
        properties.put("record", stored.id());
        properties.put("from", header.date());
        properties.put("state", header.state().token());
        if (party.name() != null) {
            properties.put("name", party.name());
        }
        if (until != null) {
            properties.put("until", until);
        }
        if (value != null) {
            properties.put(property, value);
        }
        return new Related(matter, stored.id(), type, party, business, properties);
    }

    private Party holder(
            HolderKind kind, @Nullable CreditCode code, @Nullable PersonKey key, String name, String business) {
        return switch (kind) {
            case BUSINESS -> business(code, name);
            case PERSON -> person(key, name, business);
            case OTHER -> new Party(HolderLabel.BODY, PartyIds.body(name), false, name);
        };
    }

    private Party person(@Nullable PersonKey key, String name, String business) {
        return new Party(HolderLabel.PERSON, ids.person(key, name, business), key == null, name);
    }

    private static Party business(@Nullable CreditCode code, String name) {
        if (code == null) {
            throw new IllegalStateException("a record that names a business has its code");
        }
        return new Party(HolderLabel.BUSINESS, code.value(), false, name);
    }

    private static @Nullable Double percent(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.doubleValue();
    }

    private static boolean isWithdrawn(StoredRecord stored) {
        return stored.record().header().state() == RecordState.WITHDRAWN;
    }
}
