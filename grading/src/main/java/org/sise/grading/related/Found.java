package org.sise.grading.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sise.core.record.RelatedBy;
import org.sise.core.record.RelatedFinding;
import org.sise.graph.exposure.Exposure;
import org.sise.graph.load.PartyRef;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;

/**
 * What comes to a business, in words that do not depend on numbers of parties.
 *
 * @param business its credit code
 * @param finding what the related party did
 * @param effect in millionths
 * @param way from the related party to the business
 */
record Found(String business, RelatedFinding finding, int effect, List<Hop> way) {

    /** One relation of the way. */
    record Hop(PartyRef from, PartyRef to, RelationKind kind, boolean downwards, long share, long record) {}

    Found {
        way = List.copyOf(way);
    }

    static Found of(Exposure exposure, RelationGraph graph, Map<String, Weight> weights) {
        Parties parties = graph.parties();
        List<Hop> way = new ArrayList<>();
        exposure.path()
                .forEach(hop -> way.add(new Hop(
                        party(parties, hop.from()),
                        party(parties, hop.to()),
                        hop.kind(),
                        hop.downwards(),
                        hop.share(),
                        hop.record())));
        Weight weight = Objects.requireNonNull(weights.get(parties.id(exposure.origin())));
        return new Found(parties.id(exposure.business()), weight.finding(), exposure.effect(), way);
    }

    /** The related party. */
    String origin() {
        return way.getFirst().from().id();
    }

    /** What ties the business to the party before it. */
    RelatedBy relation() {
        Hop last = way.getLast();
        return switch (last.kind()) {
            case HOLDS -> last.downwards() ? RelatedBy.SHAREHOLDER : RelatedBy.INVESTMENT;
            case LEGAL_REPRESENTATIVE -> RelatedBy.LEGAL_REPRESENTATIVE;
            case OFFICER -> RelatedBy.OFFICER;
            case BRANCH_OF -> RelatedBy.BRANCH;
            case ADDRESS_OF -> RelatedBy.SAME_ADDRESS;
            case PHONE_OF -> RelatedBy.SAME_PHONE;
            case SUPPLIES -> RelatedBy.SUPPLY;
        };
    }

    /** How many businesses the way comes to, the related party not counted. */
    long steps() {
        return way.stream().filter(hop -> hop.to().kind() == PartyKind.BUSINESS).count();
    }

    private static PartyRef party(Parties parties, int number) {
        return new PartyRef(parties.kind(number), parties.id(number));
    }
}
