package org.sise.server.web.business;

import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.graph.neighbourhood.NodeKind;
import org.sise.graph.neighbourhood.Party;
import org.sise.server.query.Choice;
import org.sise.server.web.Words;

/**
 * A related party as a page shows it.
 *
 * @param party who or what it is
 * @param name its name, or what it is where no name may or can be shown
 * @param grade the present grade of a registered business, as far as it may be seen, or null
 * @param linked whether the account may open its page
 * @param centre whether it is the business that was asked about
 */
public record ShownParty(Party party, String name, @Nullable Grade grade, boolean linked, boolean centre) {

    static ShownParty of(Party party, boolean centre, @Nullable Grade grade, boolean linked, Words words) {
        return new ShownParty(party, name(party, words), grade, linked, centre);
    }

    /** The party's id. */
    public String id() {
        return party.id();
    }

    /** Its name in style sheets: its kind, its colour, and whether it is in the middle. */
    public String look() {
        return Choice.word(party.kind()) + (grade == null ? "" : " " + Words.css(grade)) + (centre ? " centre" : "");
    }

    private static String name(Party party, Words words) {
        String name = party.name();
        return name != null ? name : party.kind() == NodeKind.PHONE ? words.say("related.phone.hidden") : party.id();
    }
}
