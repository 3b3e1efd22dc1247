package org.sise.graph.projection;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
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
import org.sise.graph.projection.Statement.Registered;
import org.sise.graph.projection.Statement.Related;
import org.sise.graph.relation.PartyIds;
import org.sise.ledger.record.StoredRecord;

/**
 * From the ledger's words to the graph's. A person without an identity number is a person of one business only. A body
 * without a credit code is identified by its name, width and spaces aside.
 */
final class Translation {

    private final PartyIds ids;

    Translation(PersonKeys personKeys) {
        this.ids = new PartyIds(personKeys);
    }

    /** What a record says about relations, or null where its kind says nothing. */
    @Nullable
    Statement of(StoredRecord stored) {
        return switch (stored.record()) {
            case Registration registration -> registered(stored, registration);
            case Holding holding -> withdrawn(stored) ? ended(stored, RelationType.HOLDS) : holds(stored, holding);
            case LegalRepresentative representative ->
                withdrawn(stored)
                        ? ended(stored, RelationType.LEGAL_REPRESENTATIVE)
                        : represents(stored, representative);
            case AbnormalListing _,
                    Alert _,
                    Arrears _,
                    Commitment _,
                    Complaint _,
                    DishonestyListing _,
                    Enforcement _,
                    Honour _,
                    Inspection _,
                    Officer _,
                    Branch _,
                    Supply _,
                    Contact _,
                    Concert _,
                    RelatedRisk _,
                    Penalty _,
                    Permit _,
                    SafetyAssessment _ -> null;
        };
    }

    private static Registered registered(StoredRecord stored, Registration registration) {
        String code = registration.header().subject().value();
        if (withdrawn(stored)) {
            return new Registered(matter(stored), stored.id(), code, null, null, null);
        }
        return new Registered(
                matter(stored),
                stored.id(),
                code,
                registration.name(),
                registration.status().token(),
                registration.region());
    }

    private Related holds(StoredRecord stored, Holding holding) {
        RecordHeader header = holding.header();
        String business = header.subject().value();
        HolderLabel label = switch (holding.holderKind()) {
            case BUSINESS -> HolderLabel.BUSINESS;
            case PERSON -> HolderLabel.PERSON;
            case OTHER -> HolderLabel.BODY;
        };
        PersonKey key = holding.holderKey();
        String holder = switch (holding.holderKind()) {
            case BUSINESS -> codeOf(holding);
            case PERSON -> ids.person(key, holding.holderName(), business);
            case OTHER -> PartyIds.body(holding.holderName());
        };
        BigDecimal percent = holding.percent();
        return new Related(
                matter(stored),
                stored.id(),
                RelationType.HOLDS,
                label,
                holder,
                label == HolderLabel.PERSON && key == null,
                holding.holderName(),
                business,
                percent == null ? null : percent.doubleValue(),
                header.date(),
                holding.until(),
                header.state().token());
    }

    private Related represents(StoredRecord stored, LegalRepresentative representative) {
        RecordHeader header = representative.header();
        String business = header.subject().value();
        PersonKey key = representative.person();
        return new Related(
                matter(stored),
                stored.id(),
                RelationType.LEGAL_REPRESENTATIVE,
                HolderLabel.PERSON,
                ids.person(key, representative.name(), business),
                key == null,
                representative.name(),
                business,
                null,
                header.date(),
                representative.until(),
                header.state().token());
    }

    private static Ended ended(StoredRecord stored, RelationType type) {
        return new Ended(matter(stored), stored.id(), type);
    }

    private static String codeOf(Holding holding) {
        if (holding.holderCode() == null) {
            throw new IllegalStateException("a holding by a business has its holder's code");
        }
        return holding.holderCode().value();
    }

    private static String matter(StoredRecord stored) {
        return stored.record().kind().token() + "/" + stored.key();
    }

    private static boolean withdrawn(StoredRecord stored) {
        return stored.record().header().state() == RecordState.WITHDRAWN;
    }
}
