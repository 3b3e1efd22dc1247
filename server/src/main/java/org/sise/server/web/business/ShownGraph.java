package org.sise.server.web.business;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.graph.neighbourhood.Edge;
import org.sise.graph.neighbourhood.Party;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.web.Words;

/** Parties and relations of one answer in the words and with the links of one reader. */
final class ShownGraph {

    private final Map<String, ShownParty> parties = new LinkedHashMap<>();
    private final Words words;

    ShownGraph(
            String centre,
            Collection<Party> parties,
            Map<String, Grade> grades,
            Account account,
            ColourAccess colours,
            Words words) {
        this.words = words;
        for (Party party : parties) {
            this.parties.put(
                    party.id(),
                    ShownParty.of(
                            party,
                            party.id().equals(centre),
                            grades.get(party.id()),
                            party.registered() && colours.seesBusiness(account, party.id()),
                            words));
        }
    }

    List<ShownParty> parties() {
        return List.copyOf(parties.values());
    }

    ShownParty party(String id) {
        @Nullable ShownParty party = parties.get(id);
        if (party == null) {
            throw new IllegalStateException("a relation of somebody who is not in the answer");
        }
        return party;
    }

    List<ShownRelation> relations(Collection<Edge> edges) {
        List<ShownRelation> shown = new ArrayList<>(edges.size());
        edges.forEach(edge -> shown.add(relation(edge)));
        return shown;
    }

    ShownRelation relation(Edge edge) {
        return ShownRelation.of(edge, party(edge.from()), party(edge.to()), words);
    }
}
