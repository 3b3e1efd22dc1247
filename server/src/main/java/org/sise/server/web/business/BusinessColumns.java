package org.sise.server.web.business;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.business.Business;
import org.sise.server.web.Words;

/** The columns of the list of businesses as a file. */
final class BusinessColumns {

    private BusinessColumns() {}

    static List<String> header(Words words, boolean withColours) {
        List<String> header = new ArrayList<>(List.of(words.say("business.code"), words.say("business.name")));
        if (withColours) {
            header.add(words.say("business.colour"));
            header.add(words.say("business.score"));
        }
        header.addAll(List.of(
                words.say("business.status"),
                words.say("business.district"),
                words.say("business.industry"),
                words.say("business.form"),
                words.say("business.representative"),
                words.say("business.capital"),
                words.say("business.established"),
                words.say("business.address")));
        return header;
    }

    static List<@Nullable Object> row(Business business, Words words, boolean withColours) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(business.code());
        row.add(business.name());
        if (withColours) {
            row.add(words.grade(business.grade()));
            row.add(business.score());
        }
        row.add(words.of(business.status()));
        row.add(business.region() == null ? null : words.region(business.region()));
        row.add(business.industry() == null ? null : words.industry(business.industry()));
        row.add(business.legalForm());
        row.add(business.legalRepresentative());
        row.add(business.capital());
        row.add(business.established());
        row.add(business.address());
        return row;
    }
}
