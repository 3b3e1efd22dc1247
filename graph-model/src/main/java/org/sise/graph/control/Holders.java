package org.sise.graph.control;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.Share;

/**
 * What the holders of a graph are: where chains end, who holds for others, who acts together. A <i>unit</i> is what may
 * control: a party by itself, or a concert party under its first member's number.
 */
final class Holders {

    private static final byte NOMINEE = 1;
    private static final byte MASS = 2;

    private final RelationGraph graph;
    private final byte[] cut;
    private final BitSet ends = new BitSet();
    private final int[] unit;
    private final Map<Integer, ConcertParty> concerts = new HashMap<>();

    Holders(RelationGraph graph, ControlRules rules, List<ConcertParty> concerts) {
        this.graph = graph;
        this.cut = cut(graph, rules);
        for (int party = 0; party < graph.size(); party++) {
            if (cut[party] == NOMINEE || graph.inFirst(party) == graph.inEnd(party)) {
                ends.set(party);
            }
        }
        this.unit = new int[graph.size()];
        Arrays.setAll(unit, party -> party);
        Set<Integer> taken = new HashSet<>();
        for (ConcertParty concert : concerts) {
            int first = Collections.min(concert.members());
            this.concerts.put(first, concert);
            for (int member : concert.members()) {
                if (!taken.add(member)) {
                    throw new IllegalArgumentException(
                            "“%s”属于两组一致行动人, 请合并 / it belongs to two concert parties: join them"
                                    .formatted(graph.parties().id(member)));
                }
                unit[member] = first;
            }
        }
    }

    /** Whether no chain goes on behind this holder. */
    boolean isEnd(int party) {
        return ends.get(party);
    }

    /** Whether it is on the list of those who hold for others. */
    boolean isNominee(int party) {
        return cut[party] == NOMINEE;
    }

    /** Whether it holds small shares of very many. */
    boolean isMass(int party) {
        return cut[party] == MASS;
    }

    /** Whether nothing says who it is. */
    boolean isAnonymous(int party) {
        return graph.parties().isAnonymous(party);
    }

    /** The unit of a party. */
    int unit(int party) {
        return concerts.isEmpty() ? party : unit[party];
    }

    /** The parties of a unit. */
    int[] members(int ofUnit) {
        ConcertParty concert = concerts.get(ofUnit);
        return concert == null
                ? new int[] {ofUnit}
                : concert.members().stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
    }

    /** The name of a unit: the concert party's or the party's id. */
    String name(int ofUnit) {
        ConcertParty concert = concerts.get(ofUnit);
        return concert == null ? graph.parties().id(ofUnit) : concert.name();
    }

    /** Whether the unit is several parties acting together. */
    boolean isConcert(int ofUnit) {
        return !concerts.isEmpty() && concerts.containsKey(ofUnit);
    }

    private static byte[] cut(RelationGraph graph, ControlRules rules) {
        byte[] cut = new byte[graph.size()];
        Parties parties = graph.parties();
        Set<String> listed = new HashSet<>();
        rules.nominees().forEach(name -> listed.add(plain(name)));
        long[] shares = new long[16];
        for (int party = 0; party < cut.length; party++) {
            int degree = graph.outEnd(party) - graph.outFirst(party);
            if (degree == 0) {
                continue;
            }
            PartyKind kind = parties.kind(party);
            boolean person = kind == PartyKind.PERSON || kind == PartyKind.NAMED_PERSON;
            if (!person && !listed.isEmpty() && listed.contains(plain(parties.id(party)))) {
                cut[party] = NOMINEE;
            } else if (degree > rules.massBusinesses()) {
                shares = shares.length < degree ? new long[degree * 2] : shares;
                for (int i = 0; i < degree; i++) {
                    shares[i] = graph.share(graph.out(graph.outFirst(party) + i));
                }
                Arrays.sort(shares, 0, degree);
                if (Share.fraction(shares[degree / 2]) * 100 < rules.massMedian()) {
                    cut[party] = MASS;
                }
            }
        }
        return cut;
    }

    private static String plain(String name) {
        boolean ascii = true;
        for (int i = 0; i < name.length() && ascii; i++) {
            ascii = name.charAt(i) > ' ' && name.charAt(i) < 127;
        }
        return ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
