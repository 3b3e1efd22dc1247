package org.sise.supervision.mode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.supervision.visit.VisitKind;

/**
 * Who may come into a mode of supervision, what it suspends and how it ends: a row of the table {@code
 * rules/supervision_modes.csv}.
 *
 * @param id its word
 * @param kind what it is for
 * @param zh its name in Chinese
 * @param en its name in English
 * @param from first day in force
 * @param to last day in force, or null
 * @param regions prefixes of GB/T 2260 codes; none for all
 * @param industries prefixes of GB/T 4754 codes; none for all
 * @param colours colours of the businesses that it is for
 * @param leastAge days since establishment, at least, or null
 * @param mostAge days since establishment, at most, or null
 * @param quiet days in which no record shows the business at work, or null where that does not matter
 * @param suspends kinds of visits that are not begun
 * @param longest days after which it ends, whatever else
 * @param endsOn what ends it before
 * @param byRule whether businesses come into it by themselves; else a person decides
 * @param source where it was found
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
 */
public record ModePolicy(
        String id,
        ModeKind kind,
        String zh,
        String en,
        LocalDate from,
        @Nullable LocalDate to,
        List<String> regions,
        List<String> industries,
        Set<Grade> colours,
        @Nullable Integer leastAge,
        @Nullable Integer mostAge,
        @Nullable Integer quiet,
        Set<VisitKind> suspends,
        int longest,
        Set<ModeEnd> endsOn,
        boolean byRule,
        String source,
        String confidence) {

    /** @throws IllegalArgumentException when it suspends what has a cause, or never ends */
    public ModePolicy {
        regions = List.copyOf(regions);
        industries = List.copyOf(industries);
        colours = Set.copyOf(colours);
        suspends = Set.copyOf(suspends);
        endsOn = Set.copyOf(endsOn);
        if (suspends.stream().anyMatch(kindOf -> !kindOf.rule().selfInitiated())) {
            throw new IllegalArgumentException("policy " + id + " suspends visits that are not on own initiative");
        }
        if (longest < 1) {
            throw new IllegalArgumentException("policy " + id + " has no last day");
        }
    }

    /** Whether it is in force on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Everything that keeps a business out on a day; nothing where it qualifies. */
    public List<Unmet> unmet(ModeFacts facts, LocalDate day) {
        List<Unmet> unmet = new ArrayList<>();
        add(unmet, !isInForce(day), Unmet.NOT_IN_FORCE);
        add(unmet, !facts.operating(), Unmet.NOT_OPERATING);
        add(unmet, !begins(facts.region(), regions), Unmet.REGION);
        add(unmet, !begins(facts.industry(), industries), Unmet.INDUSTRY);
        add(unmet, facts.grade() == null || !colours.contains(facts.grade()), Unmet.COLOUR);
        add(unmet, leastAge != null && facts.established().plusDays(leastAge).isAfter(day), Unmet.TOO_YOUNG);
        add(unmet, mostAge != null && facts.established().plusDays(mostAge).isBefore(day), Unmet.TOO_OLD);
        LocalDate heardOf = facts.heardOf();
        add(unmet, quiet != null && heardOf != null && heardOf.plusDays(quiet).isAfter(day), Unmet.NOT_QUIET);
        add(unmet, facts.inMode(), Unmet.IN_A_MODE);
        return unmet;
    }

    private static void add(List<Unmet> unmet, boolean is, Unmet reason) {
        if (is) {
            unmet.add(reason);
        }
    }

    private static boolean begins(@Nullable String code, List<String> prefixes) {
        return prefixes.isEmpty() || code != null && prefixes.stream().anyMatch(code::startsWith);
    }
}
