package org.sise.integrations.row;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.FaultKind;

/** Holds what a sound statement says of other records against the file. */
final class BodsReferences {

    private final BodsStatement statement;
    private final BodsIndex index;
    private final BodsFaults faults;

    BodsReferences(BodsStatement statement, BodsIndex index, BodsFaults faults) {
        this.statement = statement;
        this.index = index;
        this.faults = faults;
    }

    /** Of any statement, with its place in the life of its record. */
    void check(long place) throws IOException {
        party(statement.root().at("declarationSubject"));
        if (statement.details().at("isComponent").isTrue() && !index.isComponent(statement.record())) {
            faults.add(
                    Reason.CONTRADICTION,
                    statement.details().at("isComponent"),
                    "没有关系声明在 componentRecords 中列出 %s".formatted(statement.record()),
                    "no relationship names %s among its componentRecords".formatted(statement.record()));
        }
        if (index.isClosedBefore(statement.record(), place)) {
            faults.add(
                    Reason.CONTRADICTION,
                    statement.root().at("recordId"),
                    "此记录已终止, 新的记录请用新编号",
                    "this record was closed before: a new record needs an id of its own");
        }
    }

    /** Of a relationship. */
    void checkRelationship() throws IOException {
        BodsValue details = statement.details();
        if (index.party(statement.record()) != null) {
            faults.add(
                    Reason.CONTRADICTION,
                    statement.root().at("recordId"),
                    "也是主体或自然人的记录编号",
                    "is the id of an entity's or a person's record too");
        }
        BodsParty subject = known(details.at("subject"));
        if (subject != null && subject.isPerson()) {
            faults.add(Reason.CONTRADICTION, details.at("subject"), "应为主体, 不应为自然人", "must be an entity, not a person");
        } else if (subject != null && subject.code().isEmpty()) {
            faults.add(
                    FaultKind.REQUIRED,
                    details.at("subject"),
                    "“%s”没有统一社会信用代码, 请在其 identifiers 中补充".formatted(subject.name()),
                    "'%s' has no credit code: supply it among its identifiers".formatted(subject.name()));
        }
        BodsParty party = known(details.at("interestedParty"));
        if (party != null && party.name().isEmpty()) {
            faults.add(FaultKind.REQUIRED, details.at("interestedParty"), "缺少名称", "its record has no name: supply it");
        }
        for (BodsValue component : details.at("componentRecords").items()) {
            if (!index.has(component.cell())) {
                missing(component);
            }
        }
        for (BodsValue interest : details.at("interests").items()) {
            BodsValue owned = interest.at("beneficialOwnershipOrControl");
            if (owned.isTrue() && party != null && !party.isPerson()) {
                faults.add(Reason.CONTRADICTION, owned, "受益所有人应为自然人", "a beneficial owner is a natural person");
            }
        }
    }

    /** The party at a place, or null with a fault when it is not there or not known to anybody. */
    private @Nullable BodsParty known(BodsValue at) throws IOException {
        if (at.isObject()) {
            undisclosed(at, at.at("reason").cell() + " " + at.at("description").cell());
            return null;
        }
        BodsParty party = party(at);
        if (party != null && party.isUnknown()) {
            undisclosed(at, party.type());
            return null;
        }
        return party;
    }

    private @Nullable BodsParty party(BodsValue at) throws IOException {
        BodsParty party = index.party(at.cell());
        if (party == null) {
            missing(at);
        }
        return party;
    }

    private void undisclosed(BodsValue at, String why) {
        faults.add(
                Reason.UNSPECIFIED_PARTY, at, "不入库: " + why.strip(), "kept out until it is disclosed: " + why.strip());
    }

    private void missing(BodsValue at) {
        faults.add(
                Reason.UNKNOWN_RECORD,
                at,
                "文件中没有此记录或其声明有误, 请补充或更正",
                "no such record in this file, or its statement is faulty: add or mend it");
    }
}
