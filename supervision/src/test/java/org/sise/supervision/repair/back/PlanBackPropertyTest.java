package org.sise.supervision.repair.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.read.BuiltIn;
import org.sise.supervision.repair.pack.RepairPacks;

/**
 * Whoever follows a plan in the simulator has the promised colour on the promised day; no smaller set of steps has it by
 * then, tried day by day over all sets; and nothing of the same size has it sooner.
 */
class PlanBackPropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final int LONGEST = 500;
    private static final Grader GRADER = Grader.of(BuiltIn.policy("shenfu-four-colour"));

    /** A fact, and the days until its repair is decided; null: it cannot be repaired. */
    record Dated(Fact fact, @Nullable Integer days) {}

    @Property(tries = 150)
    void followingAPlanGivesThePromisedColourOnThePromisedDayAndNotTheDayBefore(
            @ForAll("records") List<Dated> records) {
        PlanBack back = back(records);
        for (PlanBack.Plan plan : plans(back)) {
            Set<String> steps = steps(plan);
            assertThat(rank(records, steps, plan.on())).isEqualTo(plan.grade().rank());
            assertThat(plan.grade().rank())
                    .isLessThanOrEqualTo(Objects.requireNonNull(back.next()).rank());
            assertThat(plan.exact()).isTrue();
            assertThat(plan.steps())
                    .allSatisfy(step -> assertThat(step.decided()).isBeforeOrEqualTo(plan.on()));
            if (plan.on().isAfter(TODAY)) {
                assertThat(rank(records, steps, plan.on().minusDays(1)))
                        .isGreaterThan(Objects.requireNonNull(back.next()).rank());
            }
        }
        if (back.alone() != null) {
            assertThat(rank(records, Set.of(), back.alone()))
                    .isLessThanOrEqualTo(Objects.requireNonNull(back.next()).rank());
        }
    }

    @Property(tries = 60)
    void noSmallerSetDoesItByThatDayAndNoneOfThisSizeSooner(@ForAll("records") List<Dated> records) {
        PlanBack back = back(records);
        int next = back.next() == null ? -1 : back.next().rank();
        List<Dated> open = records.stream().filter(one -> one.days() != null).toList();
        for (int mask = 0; mask < 1 << open.size(); mask++) {
            Set<String> set = chosen(open, mask);
            for (PlanBack.Plan plan : plans(back)) {
                if (set.size() <= plan.steps().size()) {
                    LocalDate first = first(records, set, next, plan.on());
                    if (set.size() < plan.steps().size()) {
                        assertThat(first).as("%s by %s", set, plan.on()).isNull();
                    } else if (first != null) {
                        assertThat(first).isEqualTo(plan.on());
                    }
                }
            }
            if (next >= 0 && plans(back).isEmpty()) {
                LocalDate wait = back.alone() == null
                        ? TODAY.plusDays(LONGEST)
                        : back.alone().minusDays(1);
                assertThat(first(records, set, next, wait)).isNull();
            }
        }
    }

    @Property(tries = 60)
    void furtherPlansTradeStepsForTime(@ForAll("records") List<Dated> records) {
        List<PlanBack.Plan> plans = plans(back(records));
        for (int i = 1; i < plans.size(); i++) {
            assertThat(plans.get(i).steps())
                    .hasSizeGreaterThan(plans.get(i - 1).steps().size());
            assertThat(plans.get(i).on()).isBefore(plans.get(i - 1).on());
        }
    }

    @Provide
    Arbitrary<List<Dated>> records() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, LONGEST).injectNull(0.25);
        return Combinators.combine(facts(), days)
                .as(Dated::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(PlanBackPropertyTest::numbered);
    }

    private static Arbitrary<Fact> facts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, fact("penalty", "severity", "minor", "general", "serious")),
                Tuple.of(1, fact("inspection", "result", "concealed", "obstructed")),
                Tuple.of(1, fact("abnormal-listing", "ground", "x")),
                Tuple.of(1, fact("dishonesty-listing", "ground", "x")),
                Tuple.of(1, fact("honour", "title", "x")));
    }

    private static Arbitrary<Fact> fact(String kind, String field, String... values) {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 900).map(TODAY::minusDays);
        Arbitrary<String> ends = Arbitraries.integers()
                .between(0, LONGEST)
                .map(days -> TODAY.plusDays(days).toString())
                .injectNull(0.6);
        return Combinators.combine(dates, Arbitraries.of(values), ends).as((date, value, end) -> {
            Map<String, String> fields = new HashMap<>(Map.of(field, value));
            if (end != null && kind.equals("penalty")) {
                fields.put("publishedUntil", end);
            }
            return Fact.of(kind, date, null, fields);
        });
    }

    private static List<Dated> numbered(List<Dated> records) {
        List<Dated> numbered = new ArrayList<>();
        for (Dated one : records) {
            Fact fact = one.fact();
            numbered.add(new Dated(
                    Fact.of(fact.kind(), fact.date(), Integer.toString(numbered.size() + 1), fact.fields()),
                    one.days()));
        }
        return numbered;
    }

    private static PlanBack back(List<Dated> records) {
        List<Chance> chances = new ArrayList<>();
        for (Dated one : records) {
            if (one.days() != null) {
                LocalDate decided = TODAY.plusDays(one.days());
                chances.add(new Chance(
                        stored(Long.parseLong(String.valueOf(one.fact().reference()))),
                        RepairPacks.standard().all().getFirst(),
                        null,
                        decided,
                        decided,
                        null));
            }
        }
        return PlanBack.of(GRADER, party(records.stream().map(Dated::fact).toList()), TODAY, chances);
    }

    private static StoredRecord stored(long id) {
        return new StoredRecord(
                id,
                1,
                RecordShape.of(RecordKind.PENALTY)
                        .read(Map.of(
                                "subject", "91000000FX0000018K",
                                "date", "2026-01-01",
                                "document", "D" + id,
                                "department", "局",
                                "category", "罚款")),
                "D" + id,
                1,
                Instant.EPOCH,
                "f",
                1,
                1);
    }

    private static List<PlanBack.Plan> plans(PlanBack back) {
        List<PlanBack.Plan> plans = new ArrayList<>();
        if (back.plan() != null) {
            plans.add(back.plan());
        }
        plans.addAll(back.sooner());
        return plans;
    }

    private static Set<String> steps(PlanBack.Plan plan) {
        return plan.steps().stream()
                .map(step -> Long.toString(step.chance().record().id()))
                .collect(Collectors.toSet());
    }

    private static Set<String> chosen(List<Dated> open, int mask) {
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < open.size(); i++) {
            if ((mask >> i & 1) == 1) {
                chosen.add(String.valueOf(open.get(i).fact().reference()));
            }
        }
        return chosen;
    }

    /** The first day up to a last one on which a set, each repair from its own day on, has the rank; null: none. */
    private static @Nullable LocalDate first(List<Dated> records, Set<String> set, int rank, LocalDate last) {
        LocalDate ready = TODAY;
        for (Dated one : records) {
            if (one.days() != null && set.contains(String.valueOf(one.fact().reference()))) {
                LocalDate day = TODAY.plusDays(one.days());
                ready = day.isAfter(ready) ? day : ready;
            }
        }
        for (LocalDate day = ready; !day.isAfter(last); day = day.plusDays(1)) {
            if (rank(records, set, day) <= rank) {
                return day;
            }
        }
        return null;
    }

    /** The simulator: on a day, the steps whose decision has come are done. */
    private static int rank(List<Dated> records, Set<String> steps, LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        for (Dated one : records) {
            Fact fact = one.fact();
            boolean repaired = one.days() != null
                    && steps.contains(String.valueOf(fact.reference()))
                    && !TODAY.plusDays(one.days()).isAfter(day);
            facts.add(
                    repaired
                            ? new Fact(fact.kind(), fact.date(), FactState.REPAIRED, fact.reference(), fact.fields())
                            : fact);
        }
        return ((Graded.Result) GRADER.grade(party(facts), day)).grade().rank();
    }

    private static Party party(List<Fact> facts) {
        return new Party("P", "6210", "2115", TODAY.minusYears(5), facts);
    }
}
