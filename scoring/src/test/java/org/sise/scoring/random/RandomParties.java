package org.sise.scoring.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;

/** Parties by a seed, with records about the boundaries that {@link RandomPolicies} ask about. */
public final class RandomParties {
    private final Dice dice;
    private final LocalDate asOf;

    private RandomParties(Dice dice, LocalDate asOf) {
        this.dice = dice;
        this.asOf = asOf;
    }

    /** A date as of which to grade. */
    public static LocalDate day(Random random) {
        return new Dice(random).of(LocalDate.of(2026, 11, 22), LocalDate.of(2024, 2, 29), LocalDate.of(2026, 3, 31));
    }

    /** So many parties. */
    public static List<Party> next(Random random, LocalDate asOf, int count) {
        RandomParties parties = new RandomParties(new Dice(random), asOf);
        List<Party> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(parties.party("P" + i));
        }
        return list;
    }

    /** A record of a kind, in force. */
    public static Fact record(Random random, String kind, LocalDate asOf) {
        RandomParties parties = new RandomParties(new Dice(random), asOf);
        return Fact.of(kind, parties.boundary(), "R", parties.fields());
    }

    private Party party(String id) {
        List<Fact> facts = new ArrayList<>();
        int count = dice.oneIn(6) ? 0 : dice.oneIn(20) ? dice.between(30, 150) : dice.between(1, 9);
        for (int i = 0; i < count; i++) {
            if (!facts.isEmpty() && dice.oneIn(8)) {
                facts.add(dice.of(facts));
            } else {
                facts.add(fact(facts));
            }
        }
        return new Party(
                id,
                dice.of("6210", "5", "1", "", null),
                dice.of("2115", "31", null),
                dice.oneIn(4) ? null : boundary(),
                facts,
                dice.oneIn(2) ? null : previous());
    }

    private Previous previous() {
        return new Previous(
                dice.of("g0", "g1", "g2", "g3", "unheard"),
                boundary(),
                dice.of(null, null, "floor0", "veto0", "dormant", "shift0", "steady", "unheard"));
    }

    private Fact fact(List<Fact> before) {
        LocalDate date = !before.isEmpty() && dice.oneIn(4) ? dice.of(before).date() : date();
        FactState state = dice.oneIn(4) ? dice.of(FactState.values()) : FactState.EFFECTIVE;
        return new Fact(
                dice.oneIn(20) ? "unheard" : dice.of(RandomPolicies.KINDS),
                date,
                state,
                dice.of(null, "R1", "R2", "R3"),
                fields());
    }

    private LocalDate date() {
        return switch (dice.below(10)) {
            case 0 -> asOf.minusDays(dice.between(-3, 3));
            case 1 -> asOf.minusDays(dice.between(0, 5000));
            case 2 ->
                dice.of(
                        LocalDate.of(1850, 1, 1),
                        LocalDate.of(1899, 12, 31),
                        LocalDate.of(1900, 1, 1),
                        LocalDate.of(1850, 1, 2),
                        LocalDate.of(2150, 1, 1),
                        LocalDate.of(2079, 6, 6));
            default -> boundary();
        };
    }

    private LocalDate boundary() {
        return asOf.minusMonths(dice.of(RandomIndicators.MONTHS)).plusDays(dice.between(-1, 1));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        put(fields, "name", dice.of("A", "B", "C", "D", "E", ""));
        put(fields, "level", dice.of("low", "mid", "high", "other"));
        put(
                fields,
                "amount",
                dice.of("0", "1", "5", "10", "10.001", "-3", "-3.0005", "1e5", "", "99999999999999", "1000", "9.9996"));
        put(fields, "until", end());
        put(fields, "removed", end());
        return fields;
    }

    private void put(Map<String, String> fields, String name, String text) {
        if (!dice.oneIn(4)) {
            fields.put(name, text);
        }
    }

    private String end() {
        return dice.oneIn(3)
                ? dice.of("", "soon", "9999-12-31", "1800-01-01", "2026-02-29", "+999999999-12-31", "2026-11-2")
                : asOf.plusDays(dice.between(-2, 2)).toString();
    }
}
