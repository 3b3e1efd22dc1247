package org.sise.scoring.grade;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Contribution.Type;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;
import org.sise.scoring.policy.Weights;

/** Works out one indicator. */
final class Tally {
    private static final Says CAPPED =
            Says.plainly(new Text("超过本指标上限的部分不计", "what goes beyond the indicator's cap does not count"));

    /** A record with what it gives. */
    private record Weighed(Fact fact, long milli) {}

    private final Indicator indicator;
    private final int index;

    Tally(Indicator indicator, int index) {
        this.indicator = indicator;
        this.index = index;
    }

    /** The indicator's number in thousandths, its reasons noted in the account. */
    long of(Account account) {
        List<Account.Sighted> facts = account.ofKind(indicator.match().kind());
        List<Weighed> weighed = facts.isEmpty() ? List.of() : weigh(facts, account);
        if (weighed.isEmpty()) {
            return absent(account);
        }
        account.known.add(indicator.id());
        long sum = 0;
        for (Weighed one : select(weighed, account)) {
            sum += one.milli;
            int months = Math.toIntExact(ChronoUnit.MONTHS.between(one.fact.date(), account.day.asOf));
            account.contributions.add(contribution(Type.RECORD, one.milli, one.fact, months, indicator.says()));
        }
        Points cap = indicator.cap();
        long total = FixedPoint.clamp(sum, cap == null ? FixedPoint.LIMIT : cap.milli());
        if (total != sum) {
            account.contributions.add(contribution(Type.CAP, total - sum, null, 0, CAPPED));
        }
        return total;
    }

    private long absent(Account account) {
        return switch (indicator.absent()) {
            case Absence.Counts counts -> {
                long milli = counts.points().milli();
                if (milli != 0) {
                    account.contributions.add(contribution(Type.ABSENCE, milli, null, 0, Says.plainly(counts.says())));
                }
                yield milli;
            }
            case Absence.Unknown ignored -> {
                account.unknown.add(indicator.id());
                yield 0;
            }
        };
    }

    private List<Weighed> weigh(List<Account.Sighted> facts, Account account) {
        List<AgeBands.AgeBand> bands = indicator.age().bands();
        List<Weighed> weighed = new ArrayList<>(facts.size());
        for (Account.Sighted sighted : facts) {
            Fact fact = sighted.fact;
            if (!indicator.match().holds(fact.fields())) {
                continue;
            }
            sighted.looked = true;
            int band = account.day.band(index, sighted.epochDay);
            if (account.hasEnded(indicator.match(), fact)) {
                weightless(fact, Weightless.Reason.ENDED, account);
            } else if (band == bands.size()) {
                weightless(fact, Weightless.Reason.TOO_OLD, account);
            } else {
                weighed.add(new Weighed(fact, given(fact, bands.get(band).factor())));
            }
        }
        return weighed;
    }

    private long given(Fact fact, Points factor) {
        Weights weights = indicator.weights();
        long weight = weights == null
                ? 1000
                : weights.of(fact.fields().get(weights.field())).milli();
        long given = FixedPoint.product(indicator.points().milli(), weight, factor.milli());
        if (indicator.measure() instanceof Measure.Sum sum) {
            given = FixedPoint.product(given, number(sum, fact));
        }
        Points cap = indicator.recordCap();
        return cap == null ? given : FixedPoint.clamp(given, cap.milli());
    }

    private static long number(Measure.Sum sum, Fact fact) {
        long value = FixedPoint.parse(fact.fields().get(sum.field()));
        return value == FixedPoint.MISSING
                ? sum.missing().milli()
                : FixedPoint.quotient(value, sum.unit().milli());
    }

    private List<Weighed> select(List<Weighed> weighed, Account account) {
        return switch (indicator.measure()) {
            case Measure.Count ignored -> weighed;
            case Measure.Sum ignored -> weighed;
            case Measure.Latest ignored -> List.of(only(weighed, true, Weightless.Reason.NOT_LATEST, account));
            case Measure.Max ignored -> List.of(only(weighed, false, Weightless.Reason.NOT_LARGEST, account));
            case Measure.Distinct distinct -> distinct(weighed, distinct.field(), account);
        };
    }

    /** The newest (or the one with the most points); the others are noted as not counted. */
    private Weighed only(List<Weighed> weighed, boolean newest, Weightless.Reason reason, Account account) {
        Weighed best = weighed.getFirst();
        for (Weighed one : weighed) {
            best = isBefore(one, best, newest) ? one : best;
        }
        for (Weighed one : weighed) {
            if (one != best) {
                weightless(one.fact, reason, account);
            }
        }
        return best;
    }

    private static boolean isBefore(Weighed one, Weighed best, boolean newest) {
        int byDate = one.fact.date().compareTo(best.fact.date());
        int byPoints = Long.compare(one.milli, best.milli);
        int order = newest ? (byDate != 0 ? byDate : byPoints) : (byPoints != 0 ? byPoints : byDate);
        return order > 0;
    }

    private List<Weighed> distinct(List<Weighed> weighed, String field, Account account) {
        Map<String, Weighed> best = new HashMap<>();
        for (Weighed one : weighed) {
            String value = one.fact.fields().get(field);
            if (value != null) {
                best.merge(value, one, (had, now) -> isBefore(now, had, false) ? now : had);
            }
        }
        List<Weighed> counted = new ArrayList<>();
        for (Weighed one : weighed) {
            String value = one.fact.fields().get(field);
            if (value == null || best.get(value) == one) {
                counted.add(one);
            } else {
                weightless(one.fact, Weightless.Reason.COUNTED_ONCE, account);
            }
        }
        return counted;
    }

    private void weightless(Fact fact, Weightless.Reason reason, Account account) {
        account.weightless.add(new Weightless(fact, indicator.id(), reason));
    }

    private Contribution contribution(Type type, long milli, @Nullable Fact fact, int months, Says says) {
        return new Contribution(
                type, indicator.id(), indicator.dimension(), new Points(milli), fact, months, indicator.basis(), says);
    }
}
