package org.sise.graph.neighbourhood;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sise.graph.control.ControlRules;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;

/**
 * Who is shown and not followed: a nominee, an agent who registers for a living, an address of hundreds of firms. Whoever
 * shares only such a party has nothing to do with each other.
 *
 * @param most of each kind, how many parties one may lead to and still be followed: whom it holds, represents, serves,
 *     houses or supplies, its branches and suppliers; whose shares it issued does not count
 * @param names ids, as of {@link PartyIds}, of parties that are never followed
 */
public record Guards(Map<NodeKind, Integer> most, List<String> names) {

    /** Copies. */
    public Guards {
        most = Map.copyOf(most);
        names = List.copyOf(names);
    }

    /** The same number for every kind, and nobody by name. */
    public static Guards of(int most) {
        Map<NodeKind, Integer> all = new EnumMap<>(NodeKind.class);
        for (NodeKind kind : NodeKind.values()) {
            all.put(kind, most);
        }
        return new Guards(all, List.of());
    }

    /** Those of the rules of exposure, and the nominees of both rules. */
    public static Guards of(ExposureRules exposure, ControlRules control) {
        Map<NodeKind, Integer> most = new EnumMap<>(NodeKind.class);
        for (NodeKind kind : NodeKind.values()) {
            most.put(kind, exposure.guards().getOrDefault(partyKind(kind), 0));
        }
        List<String> names = new ArrayList<>(exposure.names());
        control.nominees().forEach(name -> names.add(PartyIds.body(name)));
        return new Guards(most, names);
    }

    boolean holdsBack(NodeKind kind, long leads, boolean named) {
        return named || leads > most.getOrDefault(kind, 0);
    }

    /** By label. */
    Map<String, Integer> byLabel() {
        Map<String, Integer> labels = new HashMap<>();
        for (NodeKind kind : NodeKind.values()) {
            labels.put(kind.label(), most.getOrDefault(kind, 0));
        }
        return labels;
    }

    private static PartyKind partyKind(NodeKind kind) {
        return switch (kind) {
            case BUSINESS -> PartyKind.BUSINESS;
            case PERSON -> PartyKind.PERSON;
            case BODY -> PartyKind.BODY;
            case ADDRESS -> PartyKind.ADDRESS;
            case PHONE -> PartyKind.PHONE;
        };
    }
}
