package org.sise.bench.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.AgeBands.AgeBand;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Weights;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;

/**
 * The bench's policy taken apart into whole numbers, from which the peers' forms are written: SQL, DRL and a decision
 * table say exactly what the policy says. All points are thousandths; a boundary of age is the epoch day on or before which a
 * record is that old.
 *
 * @param tallies one an indicator
 * @param triggers one a veto or floor
 * @param weights by dimension, thousandths
 * @param mosts by dimension
 * @param bandEnds where the bands of the score end, ascending, one fewer than grades
 */
record Scheme(
        Policy policy,
        List<Tally> tallies,
        List<Trigger> triggers,
        long[] weights,
        long[] mosts,
        long[] bandEnds,
        int newSince,
        int newGrade) {

    /**
     * What an indicator gives: {@code points[value][band]} for a record of the kind that is newer than {@code
     * ends[band]}.
     */
    record Tally(String id, int dimension, int kind, int[] ends, long[][] points, long cap) {}

    /** So many records of the kind and value (null: any) newer than {@code after} make it this grade or worse. */
    record Trigger(
            String id,
            int kind,
            @Nullable Integer value,
            @Nullable Integer after,
            int atLeast,
            int grade) {}

    static Scheme read() {
        try (InputStream in = Scheme.class.getResourceAsStream("bench.yaml")) {
            if (in == null) {
                throw new IllegalStateException("bench.yaml is missing on the class path");
            }
            return of(new PolicyReader(BuiltIn.ledgerVocabulary())
                    .read(in.readAllBytes())
                    .orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The score of a business from what its records give each indicator, in thousandths. */
    long score(long[] sums) {
        long score = 0;
        for (int d = 0; d < weights.length; d++) {
            long dimension = 0;
            for (int t = 0; t < sums.length; t++) {
                Tally tally = tallies.get(t);
                dimension += tally.dimension() == d ? Math.min(sums[t], tally.cap()) : 0;
            }
            score += (Math.min(dimension, mosts[d]) * weights[d] + 500) / 1000;
        }
        return score;
    }

    private static Scheme of(Policy policy) {
        List<Tally> tallies = new ArrayList<>();
        for (Indicator indicator : policy.indicators()) {
            tallies.add(tally(policy, indicator));
        }
        List<Trigger> triggers = new ArrayList<>();
        int newSince = Integer.MAX_VALUE;
        int newGrade = 0;
        for (Rule rule : policy.rules()) {
            switch (rule) {
                case Rule.Veto veto ->
                    triggers.add(
                            trigger(veto.id(), veto.trigger(), policy.grades().size() - 1));
                case Rule.Floor floor ->
                    triggers.add(trigger(floor.id(), floor.trigger(), grade(policy, floor.grade())));
                case Rule.NewBusiness fresh -> {
                    newSince = end(fresh.underMonths());
                    newGrade = grade(policy, fresh.grade());
                }
                case Rule.MinimumData _, Rule.Shift _, Rule.Dormant _, Rule.Exposure _, Rule.Steadiness _ ->
                    throw new IllegalArgumentException("the peers do not know " + rule.id());
            }
        }
        if (!(policy.decision() instanceof Decision.ByScore byScore)) {
            throw new IllegalArgumentException("the peers decide by the score alone");
        }
        int dimensions = policy.dimensions().size();
        long[] weights = new long[dimensions];
        long[] mosts = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            Dimension dimension = policy.dimensions().get(d);
            weights[d] = dimension.weight().milli();
            mosts[d] = milli(dimension.most());
        }
        List<Bands.Band> bands = byScore.bands().bands();
        long[] ends = new long[bands.size() - 1];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = milli(bands.get(i).to());
        }
        return new Scheme(policy, tallies, triggers, weights, mosts, ends, newSince, newGrade);
    }

    private static Tally tally(Policy policy, Indicator indicator) {
        int kind = kind(indicator.match());
        What what = What.KINDS.get(kind);
        List<AgeBand> bands = indicator.age().bands();
        int[] ends = new int[bands.size()];
        long[][] points = new long[what.values().size()][ends.length];
        for (int b = 0; b < ends.length; b++) {
            Integer to = bands.get(b).to();
            ends[b] = to == null ? Integer.MIN_VALUE : end(to);
            for (int v = 0; v < points.length; v++) {
                if (indicator.match().holds(what.fields(v))) {
                    Weights weights = indicator.weights();
                    long weight = weights == null
                            ? 1000
                            : weights.of(what.values().get(v)).milli();
                    points[v][b] = FixedPoint.product(
                            indicator.points().milli(),
                            weight,
                            bands.get(b).factor().milli());
                }
            }
        }
        int dimension = policy.dimensions().stream().map(Dimension::id).toList().indexOf(indicator.dimension());
        return new Tally(indicator.id(), dimension, kind, ends, points, milli(indicator.cap()));
    }

    private static Trigger trigger(String id, Rule.Trigger trigger, int grade) {
        int kind = kind(trigger.match());
        What what = What.KINDS.get(kind);
        Integer value = null;
        if (!trigger.match().where().isEmpty()) {
            for (int v = 0; v < what.values().size(); v++) {
                value = trigger.match().holds(what.fields(v)) ? Integer.valueOf(v) : value;
            }
        }
        Integer months = trigger.underMonths();
        return new Trigger(id, kind, value, months == null ? null : end(months), trigger.atLeast(), grade);
    }

    private static int kind(Match match) {
        for (int k = 0; k < What.KINDS.size(); k++) {
            if (What.KINDS.get(k).kind().equals(match.kind())) {
                return k;
            }
        }
        throw new IllegalArgumentException("the population has no records of kind " + match.kind());
    }

    private static int grade(Policy policy, String id) {
        for (int g = 0; g < policy.grades().size(); g++) {
            if (policy.grades().get(g).id().equals(id)) {
                return g;
            }
        }
        throw new IllegalArgumentException("no grade " + id);
    }

    private static int end(int months) {
        return Math.toIntExact(Population.AS_OF.minusMonths(months).toEpochDay());
    }

    private static long milli(@Nullable Points points) {
        return points == null ? FixedPoint.LIMIT : points.milli();
    }
}
