package org.sise.scoring.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Previous;

/** What a table of parties says, in columns by the party's number; parties without a row have zeros. */
final class PartyRows {
    private static final int UNKNOWN_DAY = Integer.MIN_VALUE;

    final Texts industries = new Texts();
    final Texts regions = new Texts();
    final Texts grades = new Texts();
    final Texts rules = new Texts();
    /** The line of the party's row, 0 where it has none. */
    final Ints lines = new Ints();

    private final Ints industryOf = new Ints();
    private final Ints regionOf = new Ints();
    private final Ints registeredOn = new Ints();
    private final Ints previousGrade = new Ints();
    private final Ints previousSince = new Ints();
    private final Ints previousRule = new Ints();

    /** Makes room for parties up to this number, exclusive. */
    void reach(int parties) {
        lines.fill(parties, 0);
        industryOf.fill(parties, 0);
        regionOf.fill(parties, 0);
        registeredOn.fill(parties, UNKNOWN_DAY);
        previousGrade.fill(parties, 0);
        previousSince.fill(parties, UNKNOWN_DAY);
        previousRule.fill(parties, 0);
    }

    /** @param industry the text's number from 1, or 0; so the region */
    void set(int party, int line, int industry, int region, @Nullable LocalDate registered) {
        lines.set(party, line);
        industryOf.set(party, industry);
        regionOf.set(party, region);
        registeredOn.set(party, registered == null ? UNKNOWN_DAY : Math.toIntExact(registered.toEpochDay()));
    }

    /** @param grade the text's number from 1; so the rule, or 0 */
    void setPrevious(int party, int grade, LocalDate since, int rule) {
        previousGrade.set(party, grade);
        previousSince.set(party, Math.toIntExact(since.toEpochDay()));
        previousRule.set(party, rule);
    }

    @Nullable
    String industry(int party) {
        int text = industryOf.get(party);
        return text == 0 ? null : industries.text(text - 1);
    }

    @Nullable
    String region(int party) {
        int text = regionOf.get(party);
        return text == 0 ? null : regions.text(text - 1);
    }

    @Nullable
    LocalDate registeredOn(int party) {
        int day = registeredOn.get(party);
        return day == UNKNOWN_DAY ? null : LocalDate.ofEpochDay(day);
    }

    @Nullable
    Previous previous(int party) {
        int grade = previousGrade.get(party);
        if (grade == 0) {
            return null;
        }
        int rule = previousRule.get(party);
        return new Previous(
                grades.text(grade - 1),
                LocalDate.ofEpochDay(previousSince.get(party)),
                rule == 0 ? null : rules.text(rule - 1));
    }
}
