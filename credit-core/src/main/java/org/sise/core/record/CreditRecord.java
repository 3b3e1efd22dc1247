package org.sise.core.record;

/** One statement of a department about one business. Immutable; a change is a new version. */
public sealed interface CreditRecord
        permits AbnormalListing,
                Alert,
                Arrears,
                Branch,
                Commitment,
                Complaint,
                Concert,
                Contact,
                DishonestyListing,
                Enforcement,
                Holding,
                Honour,
                Inspection,
                LegalRepresentative,
                Officer,
                Penalty,
                Permit,
                Registration,
                RelatedRisk,
                SafetyAssessment,
                Supply {

    /** What every record says. */
    RecordHeader header();

    /** The record's kind. */
    default RecordKind kind() {
        return switch (this) {
            case AbnormalListing _ -> RecordKind.ABNORMAL_LISTING;
            case Alert _ -> RecordKind.ALERT;
            case Arrears _ -> RecordKind.ARREARS;
            case Commitment _ -> RecordKind.COMMITMENT;
            case Complaint _ -> RecordKind.COMPLAINT;
            case DishonestyListing _ -> RecordKind.DISHONESTY_LISTING;
            case Enforcement _ -> RecordKind.ENFORCEMENT;
            case Holding _ -> RecordKind.HOLDING;
            case Honour _ -> RecordKind.HONOUR;
            case Inspection _ -> RecordKind.INSPECTION;
            case LegalRepresentative _ -> RecordKind.LEGAL_REPRESENTATIVE;
            case Branch _ -> RecordKind.BRANCH;
            case Supply _ -> RecordKind.SUPPLY;
            case Contact _ -> RecordKind.CONTACT;
            case Concert _ -> RecordKind.CONCERT;
            case RelatedRisk _ -> RecordKind.RELATED_RISK;
            case Officer _ -> RecordKind.OFFICER;
            case Penalty _ -> RecordKind.PENALTY;
            case Permit _ -> RecordKind.PERMIT;
            case Registration _ -> RecordKind.REGISTRATION;
            case SafetyAssessment _ -> RecordKind.SAFETY_ASSESSMENT;
        };
    }
}
