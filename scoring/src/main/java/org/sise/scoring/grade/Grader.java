package org.sise.scoring.grade;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Contribution.Type;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Scope;
import org.sise.scoring.policy.Text;

/** The reference interpreter of a policy. Knows no clock; may be shared between threads. */
public final class Grader {
    private static final Says START = Says.plainly(new Text("起始分", "starting score"));
    private static final Says LIMIT = Says.plainly(new Text("维度分值上下限", "the dimension's least or most score"));
    private static final Text OTHER_INDUSTRY = new Text("行业不在本政策适用范围内", "the industry is outside the policy's scope");
    private static final Text OTHER_REGION = new Text("地区不在本政策适用范围内", "the region is outside the policy's scope");

    private final Policy policy;
    private final Tally[] tallies;
    private final int[][] talliesOfDimension;
    private volatile @Nullable Day lastDay;

    private Grader(Policy policy) {
        this.policy = policy;
        List<Indicator> indicators = policy.indicators();
        this.tallies = new Tally[indicators.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally(indicators.get(i), i);
        }
        this.talliesOfDimension = new int[policy.dimensions().size()][];
        for (int d = 0; d < talliesOfDimension.length; d++) {
            talliesOfDimension[d] = indicatorsOf(policy.dimensions().get(d).id());
        }
    }

    public static Grader of(Policy policy) {
        return new Grader(policy);
    }

    /** Grades one party; for many parties keep the grader. */
    public static Graded grade(Policy policy, Party party, LocalDate asOf) {
        return of(policy).grade(party, asOf);
    }

    public Policy policy() {
        return policy;
    }

    /** Grades the party by the facts dated on or before the day. */
    public Graded grade(Party party, LocalDate asOf) {
        Scope scope = policy.scope();
        if (!scope.coversIndustry(party.industry())) {
            return new Graded.NotApplicable(policy, party.id(), asOf, OTHER_INDUSTRY);
        }
        if (!scope.coversRegion(party.region())) {
            return new Graded.NotApplicable(policy, party.id(), asOf, OTHER_REGION);
        }
        Account account = new Account(day(asOf), party.facts());
        List<DimensionScore> scores = new ArrayList<>(talliesOfDimension.length);
        long total = 0;
        for (int d = 0; d < talliesOfDimension.length; d++) {
            DimensionScore score = score(d, account);
            scores.add(score);
            total += FixedPoint.product(
                    score.score().milli(), score.dimension().weight().milli());
        }
        GradeLevel base = base(scores, total);
        List<Ruling> rulings = rulings(party, account);
        GradeLevel grade = base;
        Ruling decisive = null;
        for (Ruling ruling : rulings) {
            if (ruling.grade().isWorseThan(grade)) {
                grade = ruling.grade();
                decisive = ruling;
            }
        }
        account.close();
        return new Graded.Result(
                policy,
                party.id(),
                asOf,
                grade,
                new Points(total),
                scores,
                account.contributions,
                account.weightless,
                account.unknown,
                base,
                rulings,
                decisive);
    }

    private DimensionScore score(int d, Account account) {
        Dimension dimension = policy.dimensions().get(d);
        long sum = dimension.start().milli();
        if (sum != 0) {
            account.contributions.add(ofDimension(Type.START, dimension, sum, START));
        }
        for (int i : talliesOfDimension[d]) {
            sum += tallies[i].of(account);
        }
        Points most = dimension.most();
        long score = Math.clamp(sum, dimension.least().milli(), most == null ? FixedPoint.LIMIT : most.milli());
        if (score != sum) {
            account.contributions.add(ofDimension(Type.LIMIT, dimension, score - sum, LIMIT));
        }
        Bands levels = dimension.levels();
        String level = levels == null
                ? null
                : levels.bands().get(levels.indexOf(score)).name();
        return new DimensionScore(dimension, new Points(score), level);
    }

    private GradeLevel base(List<DimensionScore> scores, long total) {
        String grade = switch (policy.decision()) {
            case Decision.ByScore byScore ->
                byScore.bands().bands().get(byScore.bands().indexOf(total)).name();
            case Decision.ByMatrix matrix ->
                matrix.grades().get(levelOf(matrix.rows(), scores)).get(levelOf(matrix.columns(), scores));
        };
        return level(grade);
    }

    private static int levelOf(String dimension, List<DimensionScore> scores) {
        for (DimensionScore score : scores) {
            Bands levels = score.dimension().levels();
            if (levels != null && score.dimension().id().equals(dimension)) {
                return levels.indexOf(score.score().milli());
            }
        }
        throw new IllegalStateException("no levels of dimension " + dimension);
    }

    private List<Ruling> rulings(Party party, Account account) {
        List<Ruling> vetoes = new ArrayList<>(0);
        List<Ruling> others = new ArrayList<>(0);
        for (int r = 0; r < policy.rules().size(); r++) {
            Rule rule = policy.rules().get(r);
            switch (rule) {
                case Rule.Veto veto ->
                    apply(rule, r, veto.trigger(), policy.grades().getLast(), account, vetoes);
                case Rule.Floor floor -> apply(rule, r, floor.trigger(), level(floor.grade()), account, others);
                case Rule.MinimumData minimum -> {
                    int known = 0;
                    for (String indicator : account.known) {
                        known += minimum.indicators().contains(indicator) ? 1 : 0;
                    }
                    if (known < minimum.atLeast()) {
                        others.add(new Ruling(rule, level(minimum.grade()), List.of(), 0));
                    }
                }
                case Rule.NewBusiness fresh -> {
                    LocalDate registered = party.registeredOn();
                    boolean isNew = registered == null
                            ? fresh.unknownIsNew()
                            : account.day.isRecent(r, registered.toEpochDay());
                    if (isNew) {
                        others.add(new Ruling(rule, level(fresh.grade()), List.of(), 0));
                    }
                }
            }
        }
        vetoes.addAll(others);
        return vetoes;
    }

    private static void apply(
            Rule rule, int r, Rule.Trigger trigger, GradeLevel grade, Account account, List<Ruling> rulings) {
        List<Account.Sighted> candidates = account.ofKind(trigger.match().kind());
        if (candidates.isEmpty()) {
            return;
        }
        List<Account.Sighted> found = new ArrayList<>();
        for (Account.Sighted sighted : candidates) {
            if (!trigger.match().holds(sighted.fact.fields())) {
                continue;
            }
            if (account.hasEnded(trigger.match(), sighted.fact)) {
                account.passOver(sighted, rule.id(), Weightless.Reason.ENDED);
            } else if (!account.day.isRecent(r, sighted.epochDay)) {
                account.passOver(sighted, rule.id(), Weightless.Reason.TOO_OLD);
            } else {
                found.add(sighted);
            }
        }
        boolean triggered = found.size() >= trigger.atLeast();
        List<Fact> facts = new ArrayList<>(found.size());
        for (Account.Sighted sighted : found) {
            if (triggered) {
                sighted.looked = true;
                facts.add(sighted.fact);
            } else {
                account.passOver(sighted, rule.id(), Weightless.Reason.TOO_FEW);
            }
        }
        if (triggered) {
            long months = ChronoUnit.MONTHS.between(facts.getLast().date(), account.day.asOf);
            rulings.add(new Ruling(rule, grade, facts, Math.toIntExact(months)));
        }
    }

    private static Contribution ofDimension(Type type, Dimension dimension, long milli, Says says) {
        return new Contribution(type, dimension.id(), dimension.id(), new Points(milli), null, 0, "", says);
    }

    private GradeLevel level(String id) {
        GradeLevel level = policy.grade(id);
        if (level == null) {
            throw new IllegalStateException("no grade " + id);
        }
        return level;
    }

    private Day day(LocalDate asOf) {
        Day day = lastDay;
        if (day == null || !day.asOf.equals(asOf)) {
            day = new Day(policy, asOf);
            lastDay = day;
        }
        return day;
    }

    private int[] indicatorsOf(String dimension) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < tallies.length; i++) {
            if (policy.indicators().get(i).dimension().equals(dimension)) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
