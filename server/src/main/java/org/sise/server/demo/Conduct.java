package org.sise.server.demo;

import java.util.List;
import org.sise.core.csv.CsvTable;

/**
 * How a kind of business behaves: hidden from the departments, shown only in what they record. Chances are in percent.
 *
 * @param name the conduct's name
 * @param share how many of fifty businesses behave so
 * @param oneMark whether each business bears exactly one {@link Mark} for sure
 * @param penaltyChance chance of penalties within three years, beside the mark
 * @param penaltiesMin the least number of penalties where there are any
 * @param penaltiesMax the most penalties
 * @param mainSeverity severity of the first penalty
 * @param minor weight of minor penalties among the further ones
 * @param general weight of general penalties among the further ones
 * @param serious weight of serious penalties among the further ones
 * @param daysFrom the youngest penalty, in days before today
 * @param daysTo the oldest penalty that is not minor, in days before today
 * @param inspected chance of an inspection within two years
 * @param badResult chance that an inspection finds something
 * @param graveResult chance that what it finds is grave
 * @param committed chance of a commitment
 * @param breached chance that a commitment is broken
 * @param dishonest chance of a listing for serious dishonesty
 * @param abnormal chance of a current listing for abnormal operation
 * @param largerRisk chance that a safety assessment says larger
 * @param majorRisk chance that it says major
 */
record Conduct(
        String name,
        int share,
        boolean oneMark,
        int penaltyChance,
        int penaltiesMin,
        int penaltiesMax,
        String mainSeverity,
        int minor,
        int general,
        int serious,
        int daysFrom,
        int daysTo,
        int inspected,
        int badResult,
        int graveResult,
        int committed,
        int breached,
        int dishonest,
        int abnormal,
        int largerRisk,
        int majorRisk) {

    /** The one thing that stands against a business of middling conduct. */
    enum Mark {
        /** Nothing for sure. */
        NONE,
        /** A general penalty within a year. */
        PENALTY,
        /** A current listing for abnormal operation. */
        ABNORMAL,
        /** A commitment broken within a year. */
        BREACH
    }

    /** A group of businesses in which the shares are exact. */
    static final int GROUP = 50;

    private static final int[] PRIME_TO_GROUP = {
        1, 3, 7, 9, 11, 13, 17, 19, 21, 23, 27, 29, 31, 33, 37, 39, 41, 43, 47, 49
    };

    static List<Conduct> all() {
        List<Conduct> all = CsvTable.ofResource(Conduct.class, "demo/conducts.csv").rows().stream()
                .map(Conduct::of)
                .toList();
        if (all.stream().mapToInt(Conduct::share).sum() != GROUP) {
            throw new IllegalStateException("the shares of conducts must add up to " + GROUP);
        }
        return all;
    }

    /** The conduct of a business: of each fifty in a row, each conduct has exactly its share, at places that the seed chooses. */
    static Conduct of(List<Conduct> all, long seed, int index) {
        Dice dice = new Dice(seed, "conduct", index / GROUP);
        int factor = PRIME_TO_GROUP[dice.below(PRIME_TO_GROUP.length)];
        int rank = (index % GROUP * factor + dice.below(GROUP)) % GROUP;
        for (Conduct conduct : all) {
            rank -= conduct.share;
            if (rank < 0) {
                return conduct;
            }
        }
        throw new IllegalStateException("the shares of conducts add up to less than " + GROUP);
    }

    static Conduct named(List<Conduct> conducts, String name) {
        return conducts.stream()
                .filter(conduct -> conduct.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no conduct " + name));
    }

    private static Conduct of(CsvTable.Row row) {
        return new Conduct(
                row.get("conduct"),
                number(row, "share"),
                number(row, "one_mark") == 1,
                number(row, "penalty_chance"),
                number(row, "penalties_min"),
                number(row, "penalties_max"),
                row.get("main_severity"),
                number(row, "minor"),
                number(row, "general"),
                number(row, "serious"),
                number(row, "days_from"),
                number(row, "days_to"),
                number(row, "inspected"),
                number(row, "bad_result"),
                number(row, "grave_result"),
                number(row, "committed"),
                number(row, "breached"),
                number(row, "dishonest"),
                number(row, "abnormal"),
                number(row, "larger_risk"),
                number(row, "major_risk"));
    }

    private static int number(CsvTable.Row row, String column) {
        return Integer.parseInt(row.get(column));
    }
}
