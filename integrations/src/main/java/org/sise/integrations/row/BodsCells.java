package org.sise.integrations.row;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A statement as cells, by the names of {@link org.sise.integrations.descriptor.FeedFormat.Bods#COLUMNS}. */
final class BodsCells {

    private final BodsStatement statement;
    private final BodsIndex index;
    private final ObjectCells into;

    BodsCells(BodsStatement statement, BodsIndex index, ObjectCells into) {
        this.statement = statement;
        this.index = index;
        this.into = into;
    }

    /** What it says of itself. */
    void statement() throws FileFault, IOException {
        for (String name : new String[] {
            "statementId",
            "statementDate",
            "recordId",
            "recordType",
            "recordStatus",
            "declaration",
            "declarationSubject"
        }) {
            put(name, statement.root().at(name));
        }
        put("isComponent", statement.details().at("isComponent"));
        BodsValue source = statement.root().at("source");
        put("source.type", source.at("type"));
        put("source.description", source.at("description"));
        put("source.url", source.at("url"));
        BodsValue publisher = statement.root().at("publicationDetails").at("publisher");
        put("publisher", publisher.at(publisher.at("name").isThere() ? "name" : "url"));
        if (statement.isRelationship()) {
            subject(statement.details().at("subject"));
            interestedParty(statement.details().at("interestedParty"));
        }
    }

    /**
     * One of its interests.
     *
     * @param number its place among the interests
     * @param ended the day on which a later statement ended it, or an empty text
     */
    void interest(int number, String ended) throws FileFault, IOException {
        statement();
        BodsValue interest = statement.details().at("interests").items().get(number);
        put("interest.id", statement.interestId(number));
        for (String name : new String[] {
            "type", "details", "directOrIndirect", "beneficialOwnershipOrControl", "startDate", "endDate"
        }) {
            put("interest." + name, interest.at(name));
        }
        for (String name : new String[] {"exact", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}) {
            put("interest." + name, interest.at("share").at(name));
        }
        put("ended", ended);
    }

    private void subject(BodsValue at) throws FileFault, IOException {
        BodsParty party = party(at);
        put("subject.record", at.isObject() ? at.at("reason") : at);
        if (party != null) {
            put("subject.name", party.name());
            put("subject.code", party.code());
        }
    }

    private void interestedParty(BodsValue at) throws FileFault, IOException {
        BodsParty party = party(at);
        put("interestedParty.record", at.isObject() ? at.at("reason") : at);
        if (party != null) {
            put("interestedParty.type", party.type());
            put("interestedParty.kind", party.kind());
            put("interestedParty.name", party.name());
            put("interestedParty.code", party.code());
            put("interestedParty.number", party.number());
        }
    }

    private @Nullable BodsParty party(BodsValue at) throws IOException {
        String record = at.text();
        return record == null ? null : index.party(record);
    }

    private void put(String name, BodsValue value) throws FileFault {
        put(name, value.cell());
    }

    private void put(String name, String text) throws FileFault {
        if (!text.isEmpty()) {
            into.put(name, text, false);
        }
    }
}
