package org.sise.scoring.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Party;

/** The parties that have an outcome, each with its facts by date, so that it can be seen as it was before any day. */
final class Histories {
    private record History(int number, Party party, Fact[] facts, long[] days) {}

    private final Map<String, History> byParty = new HashMap<>();

    /**
     * @param parties of all that were handed in, only those wanted are kept, unless all are
     * @throws IllegalArgumentException if a party that is kept comes twice
     */
    Histories(Iterable<Party> parties, Set<String> wanted, boolean all) {
        for (Party party : parties) {
            if (all || wanted.contains(party.id())) {
                History had = byParty.put(party.id(), history(byParty.size(), party));
                if (had != null) {
                    throw new IllegalArgumentException("主体重复 / party " + party.id() + " comes twice");
                }
            }
        }
        for (String id : wanted) {
            byParty.computeIfAbsent(
                    id, unknown -> history(-1 - byParty.size(), new Party(id, null, null, null, List.of())));
        }
    }

    private static History history(int number, Party party) {
        Fact[] facts = party.facts().toArray(Fact[]::new);
        Arrays.sort(facts, Comparator.comparing(Fact::date));
        long[] days = new long[facts.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = facts[i].date().toEpochDay();
        }
        return new History(number, party, facts, days);
    }

    /** A number of its own for each party, below 0 for one that was not handed in. */
    int number(String id) {
        return find(id).number;
    }

    /** The party with the facts dated before the day only. */
    Party before(String id, LocalDate day) {
        return before(find(id), day);
    }

    /**
     * Everybody who was known before the day, with the facts dated before it: the parties with such a fact, and those
     * registered before it. A party that turns up later is not among them.
     */
    List<Party> allBefore(LocalDate day) {
        List<Party> all = new ArrayList<>();
        for (History history : byParty.values()) {
            LocalDate registered = history.party.registeredOn();
            Party then = before(history, day);
            if (!then.facts().isEmpty() || (registered != null && registered.isBefore(day))) {
                all.add(then);
            }
        }
        return all;
    }

    private static Party before(History history, LocalDate day) {
        int end = firstOnOrAfter(history.days, day.toEpochDay());
        Party party = history.party;
        return new Party(
                party.id(),
                party.industry(),
                party.region(),
                party.registeredOn(),
                Arrays.asList(history.facts).subList(0, end));
    }

    private History find(String id) {
        History history = byParty.get(id);
        if (history == null) {
            throw new IllegalArgumentException("no outcome is of party " + id);
        }
        return history;
    }

    private static int firstOnOrAfter(long[] days, long day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
