package org.sise.graph.phoenix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.graph.phoenix.PhoenixAlert.Sign;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

/** Looks for the signs among all relations up to a day, those that have ended among them. A name alone ties nobody. */
public final class Phoenix {

    private static final Set<RelationKind> KINDS = Set.of(
            RelationKind.HOLDS, RelationKind.LEGAL_REPRESENTATIVE, RelationKind.OFFICER, RelationKind.ADDRESS_OF);

    private final RelationGraph graph;
    private final Map<Integer, BusinessFacts> facts;
    private final LocalDate day;
    private final PhoenixRules rules;

    private Phoenix(RelationGraph graph, Map<Integer, BusinessFacts> facts, LocalDate day, PhoenixRules rules) {
        this.graph = graph;
        this.facts = new TreeMap<>(facts);
        this.day = day;
        this.rules = rules;
    }

    /**
     * All signs as of a day, by sign and then by business.
     *
     * @param facts what is known of each business, by its number; a business of which nothing is known gives no sign
     */
    public static List<PhoenixAlert> alerts(
            Relations relations, Map<Integer, BusinessFacts> facts, LocalDate day, PhoenixRules rules) {
        Phoenix phoenix = new Phoenix(relations.upTo(day, KINDS), facts, day, rules);
        List<PhoenixAlert> alerts = new ArrayList<>();
        phoenix.reopened(alerts);
        phoenix.chains(alerts);
        phoenix.redRepresentatives(alerts);
        return List.copyOf(alerts);
    }

    /** What ties two businesses together. */
    private record Tie(Set<Integer> people, Set<Integer> addresses, List<Long> records) {}

    private void reopened(List<PhoenixAlert> alerts) {
        facts.forEach((old, was) -> {
            LocalDate ended = was.ended();
            List<BusinessFacts.Mark> debts = ended == null ? List.of() : was.marks(rules.debts(), day);
            if (ended == null || ended.isAfter(day) || debts.isEmpty()) {
                return;
            }
            for (int next : tied(old)) {
                BusinessFacts is = facts.get(next);
                LocalDate registered = is == null ? null : is.registered();
                if (is == null
                        || registered == null
                        || registered.isAfter(day)
                        || registered.isBefore(ended.minusMonths(rules.reopenedMonths()))
                        || registered.isAfter(ended.plusMonths(rules.reopenedMonths()))
                        || !isAfter(is, was)
                        || !sameTrade(was, is)) {
                    continue;
                }
                Tie tie = tie(old, next);
                if (!tie.people.isEmpty() && !tie.addresses.isEmpty()) {
                    List<Long> records = new ArrayList<>(tie.records);
                    records.add(was.ending());
                    records.add(is.registration());
                    debts.forEach(debt -> records.add(debt.record()));
                    alerts.add(alert(Sign.REOPENED, List.of(old, next), tie, records));
                }
            }
        });
    }

    /** Chains that cannot be made longer, each from its first firm. */
    private void chains(List<PhoenixAlert> alerts) {
        Map<Integer, List<PhoenixAlert>> found = new TreeMap<>();
        Set<String> categories = new TreeSet<>();
        facts.values().forEach(known -> known.permits().forEach(permit -> categories.add(permit.category())));
        for (String category : categories) {
            Map<Integer, Integer> next = new TreeMap<>();
            facts.forEach((business, known) -> {
                Integer follower = permit(known, category) == null ? null : follower(business, known, category);
                if (follower != null) {
                    next.put(business, follower);
                }
            });
            for (int first : next.keySet()) {
                if (!next.containsValue(first)) {
                    PhoenixAlert chain = chain(first, next, category);
                    if (chain.businesses().size() >= rules.chainFirms()) {
                        found.computeIfAbsent(first, _ -> new ArrayList<>()).add(chain);
                    }
                }
            }
        }
        found.values().forEach(alerts::addAll);
    }

    private PhoenixAlert chain(int first, Map<Integer, Integer> next, String category) {
        List<Integer> firms = new ArrayList<>(List.of(first));
        Set<Integer> parties = new HashSet<>();
        List<Long> records = new ArrayList<>();
        for (Integer firm = next.get(first); firm != null && !firms.contains(firm); firm = next.get(firm)) {
            Tie tie = tie(firms.getLast(), firm);
            parties.addAll(tie.people);
            parties.addAll(tie.addresses);
            records.addAll(tie.records);
            records.add(known(firms.getLast()).ending());
            firms.add(firm);
        }
        for (int firm : firms) {
            BusinessFacts.Permit permit = permit(known(firm), category);
            if (permit != null) {
                records.add(permit.record());
            }
        }
        return new PhoenixAlert(Sign.PERMIT_CHAIN, firms, parties, records);
    }

    /** The firm with the earliest later permit of the same kind, tied by people and address, or null. */
    private @Nullable Integer follower(int business, BusinessFacts was, String category) {
        LocalDate ended = was.ended();
        BusinessFacts.Permit before = permit(was, category);
        if (ended == null || before == null || ended.isAfter(day)) {
            return null;
        }
        return tied(business).stream()
                .filter(other -> {
                    BusinessFacts.Permit permit = permit(known(other), category);
                    Tie tie = tie(business, other);
                    return permit != null
                            && permit.from().isAfter(before.from())
                            && !permit.from().isAfter(ended.plusMonths(rules.chainMonths()))
                            && !permit.from().isBefore(ended.minusMonths(rules.chainMonths()))
                            && !tie.people.isEmpty()
                            && !tie.addresses.isEmpty();
                })
                .min(Comparator.comparing((Integer other) -> from(other, category))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private void redRepresentatives(List<PhoenixAlert> alerts) {
        facts.forEach((red, was) -> {
            if (was.grade() != Grade.RED) {
                return;
            }
            for (int next : tied(red)) {
                BusinessFacts is = known(next);
                LocalDate registered = is.registered();
                if (registered == null
                        || registered.isAfter(day)
                        || registered.isBefore(day.minusMonths(rules.redMonths()))
                        || !isAfter(is, was)) {
                    continue;
                }
                Map<Integer, List<Long>> before = representatives(red);
                Map<Integer, List<Long>> after = representatives(next);
                Set<Integer> same = new TreeSet<>(before.keySet());
                same.retainAll(after.keySet());
                if (!same.isEmpty()) {
                    List<Long> records = new ArrayList<>(List.of(is.registration()));
                    same.forEach(person -> {
                        records.addAll(before.getOrDefault(person, List.of()));
                        records.addAll(after.getOrDefault(person, List.of()));
                    });
                    alerts.add(new PhoenixAlert(Sign.RED_REPRESENTATIVE, List.of(red, next), same, records));
                }
            }
        });
    }

    /** The other businesses that somebody or some address relates to as well. */
    private Set<Integer> tied(int business) {
        Set<Integer> tied = new TreeSet<>();
        if (business < graph.size()) {
            for (int relation = graph.inFirst(business); relation < graph.inEnd(business); relation++) {
                int party = graph.from(relation);
                if (ties(relation)) {
                    for (int place = graph.outFirst(party); place < graph.outEnd(party); place++) {
                        tied.add(graph.to(graph.out(place)));
                    }
                }
            }
        }
        tied.remove(business);
        tied.removeIf(other -> !facts.containsKey(other));
        return tied;
    }

    private Tie tie(int one, int other) {
        Map<Integer, List<Long>> first = parties(one);
        Map<Integer, List<Long>> second = parties(other);
        Tie tie = new Tie(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        first.forEach((party, records) -> {
            List<Long> more = second.get(party);
            if (more != null) {
                (graph.parties().kind(party) == PartyKind.ADDRESS ? tie.addresses : tie.people).add(party);
                tie.records.addAll(records);
                tie.records.addAll(more);
            }
        });
        return tie;
    }

    private Map<Integer, List<Long>> parties(int business) {
        Map<Integer, List<Long>> parties = new TreeMap<>();
        for (int relation = graph.inFirst(business); relation < graph.inEnd(business); relation++) {
            if (ties(relation)) {
                parties.computeIfAbsent(graph.from(relation), _ -> new ArrayList<>())
                        .add(graph.record(relation));
            }
        }
        return parties;
    }

    private Map<Integer, List<Long>> representatives(int business) {
        Map<Integer, List<Long>> people = new HashMap<>();
        for (int relation = graph.inFirst(business); relation < graph.inEnd(business); relation++) {
            if (graph.kind(relation) == RelationKind.LEGAL_REPRESENTATIVE && ties(relation)) {
                people.computeIfAbsent(graph.from(relation), _ -> new ArrayList<>())
                        .add(graph.record(relation));
            }
        }
        return people;
    }

    /** Whether a relation ties: of a known person, of an address that is not everybody's. */
    private boolean ties(int relation) {
        int party = graph.from(relation);
        int businesses = graph.outEnd(party) - graph.outFirst(party);
        return switch (graph.parties().kind(party)) {
            case PERSON ->
                businesses <= rules.personBusinesses()
                        && (graph.kind(relation) != RelationKind.HOLDS
                                || Share.fraction(graph.share(relation)) * 100 >= rules.leastPercent());
            case ADDRESS -> businesses <= rules.addressBusinesses();
            case BUSINESS, NAMED_PERSON, BODY, PHONE -> false;
        };
    }

    private boolean sameTrade(BusinessFacts one, BusinessFacts other) {
        String first = one.industry();
        String second = other.industry();
        int digits = rules.tradeDigits();
        return first != null && second != null && first.length() >= digits && first.regionMatches(0, second, 0, digits);
    }

    /** Whether a business was established later than another. */
    private static boolean isAfter(BusinessFacts later, BusinessFacts earlier) {
        LocalDate first = earlier.registered();
        LocalDate second = later.registered();
        return second != null && (first == null || second.isAfter(first));
    }

    private BusinessFacts known(int business) {
        BusinessFacts known = facts.get(business);
        if (known == null) {
            throw new IllegalStateException("nothing is known of business " + business);
        }
        return known;
    }

    private LocalDate from(int business, String category) {
        BusinessFacts.Permit permit = permit(known(business), category);
        return permit == null ? LocalDate.MAX : permit.from();
    }

    private BusinessFacts.@Nullable Permit permit(BusinessFacts known, String category) {
        return known.permits().stream()
                .filter(permit ->
                        permit.category().equals(category) && !permit.from().isAfter(day))
                .min(Comparator.comparing(BusinessFacts.Permit::from))
                .orElse(null);
    }

    private static PhoenixAlert alert(Sign sign, List<Integer> businesses, Tie tie, List<Long> records) {
        Set<Integer> parties = new TreeSet<>(tie.people);
        parties.addAll(tie.addresses);
        return new PhoenixAlert(sign, businesses, parties, records);
    }
}
