package org.sise.scoring.grade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.grade.Contribution.Type;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
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
    private final Figures figures;
    private final Peers peers;
    private final @Nullable String peersDigest;
    private final Tally[] tallies;
    private final Rulebook rulebook;
    private volatile @Nullable Day lastDay;

    private Grader(Policy policy, Figures figures, Peers peers) {
        this.policy = policy;
        this.figures = figures;
        this.peers = peers;
        this.peersDigest = figures.needsPeers() ? peers.digest() : null;
        List<Indicator> indicators = policy.indicators();
        this.tallies = new Tally[indicators.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally(indicators.get(i), i);
        }
        this.rulebook = new Rulebook(policy, figures, tallies);
    }

    /** A grader that knows no population: every percentile of the policy is missing. */
    public static Grader of(Policy policy) {
        return new Grader(policy, Figures.of(policy), Peers.NONE);
    }

    /** The same grader with the population that percentiles are taken from. */
    public Grader among(Peers population) {
        return new Grader(policy, figures, population);
    }

    /** The same grader among these parties, those outside the policy's scope left out. */
    public Grader among(Iterable<Party> population, LocalDate asOf) {
        if (!figures.needsPeers()) {
            return this;
        }
        Peers.Builder builder = new Peers.Builder(figures);
        for (Party party : population) {
            if (outside(party) == null) {
                builder.add(totals(new Account(day(asOf), party.facts())));
            }
        }
        return among(builder.build());
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
        Text outside = outside(party);
        if (outside != null) {
            return new Graded.NotApplicable(policy, party.id(), asOf, outside);
        }
        Account account = new Account(day(asOf), party.facts());
        long[] values = totals(account);
        figures.evaluate(values, peers);
        List<Contribution> contributions = new ArrayList<>(account.contributions.size() + 4);
        List<DimensionScore> scores = new ArrayList<>(policy.dimensions().size());
        for (int d = 0; d < policy.dimensions().size(); d++) {
            scores.add(score(d, values, account.contributions, contributions));
        }
        for (Contribution contribution : account.contributions) {
            if (contribution.dimension() == null) {
                contributions.add(contribution);
            }
        }
        Rulebook.Judgement judgement = rulebook.judge(party, account, values, peers);
        account.close();
        return new Graded.Result(
                policy,
                party.id(),
                asOf,
                judgement.grade(),
                new Points(figures.score(values)),
                scores,
                figureValues(values),
                contributions,
                account.weightless,
                account.unknown,
                judgement.base(),
                judgement.rulings(),
                judgement.decisive(),
                peersDigest,
                rulebook.isSteady() ? party.previous() : null);
    }

    private @Nullable Text outside(Party party) {
        Scope scope = policy.scope();
        if (!scope.coversIndustry(party.industry())) {
            return OTHER_INDUSTRY;
        }
        return scope.coversRegion(party.region()) ? null : OTHER_REGION;
    }

    /** The indicators' totals, with room for the figures and dimensions. */
    private long[] totals(Account account) {
        long[] values = new long[figures.size()];
        for (int i = 0; i < tallies.length; i++) {
            values[i] = tallies[i].of(account);
        }
        return values;
    }

    private DimensionScore score(int d, long[] values, List<Contribution> noted, List<Contribution> contributions) {
        Dimension dimension = policy.dimensions().get(d);
        long start = dimension.start().milli();
        if (start != 0) {
            contributions.add(ofDimension(Type.START, dimension, start, START));
        }
        for (Contribution contribution : noted) {
            if (dimension.id().equals(contribution.dimension())) {
                contributions.add(contribution);
            }
        }
        for (int f = 0; f < policy.figures().size(); f++) {
            Figure figure = policy.figures().get(f);
            long value = values[figures.figure(f)];
            if (dimension.id().equals(figure.dimension()) && value != FixedPoint.MISSING && value != 0) {
                String basis = figure.basis() == null ? "" : figure.basis();
                contributions.add(new Contribution(
                        Type.FIGURE, figure.id(), dimension.id(), new Points(value), null, 0, basis, says(figure)));
            }
        }
        long score = values[figures.dimension(d)];
        long cut = score - figures.sum(d, values);
        if (cut != 0) {
            contributions.add(ofDimension(Type.LIMIT, dimension, cut, LIMIT));
        }
        Bands levels = dimension.levels();
        String level = levels == null
                ? null
                : levels.bands().get(levels.indexOf(score)).name();
        return new DimensionScore(dimension, new Points(score), level);
    }

    private List<FigureValue> figureValues(long[] values) {
        List<FigureValue> shown = new ArrayList<>(policy.figures().size());
        for (int f = 0; f < policy.figures().size(); f++) {
            long value = values[figures.figure(f)];
            shown.add(new FigureValue(policy.figures().get(f), value == FixedPoint.MISSING ? null : new Points(value)));
        }
        return shown;
    }

    private static Says says(Figure figure) {
        return new Says(
                List.of(new Says.Words(figure.label().zh() + "，计"), new Says.Given(), new Says.Words("分")),
                List.of(new Says.Words(figure.label().en() + ": "), new Says.Given(), new Says.Words(" points")));
    }

    private static Contribution ofDimension(Type type, Dimension dimension, long milli, Says says) {
        return new Contribution(type, dimension.id(), dimension.id(), new Points(milli), null, 0, "", says);
    }

    private Day day(LocalDate asOf) {
        Day day = lastDay;
        if (day == null || !day.asOf.equals(asOf)) {
            day = new Day(policy, asOf);
            lastDay = day;
        }
        return day;
    }
}
