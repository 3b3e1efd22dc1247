package org.sise.scoring.grade;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Contribution.Type;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.Exemption;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.GroupCap;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Quantity;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;
import org.sise.scoring.policy.Weights;

/** Works out one indicator. */
final class Tally {
    private static final Says CAPPED =
            Says.plainly(new Text("超过本指标上限的部分不计", "what goes beyond the indicator's cap does not count"));
    private static final Says GROUP_CAPPED =
            Says.plainly(new Text("同一组记录超过上限的部分不计", "what goes beyond the cap of one group of records does not count"));

    /** A record with what it gives and its age factor. */
    private record Weighed(Fact fact, long milli, Points factor) {}

    private final Indicator indicator;
    private final int index;

    Tally(Indicator indicator, int index) {
        this.indicator = indicator;
        this.index = index;
    }

    /** The indicator's number in thousandths, or {@link FixedPoint#MISSING}; its reasons are noted in the account. */
    long of(Account account) {
        List<Account.Sighted> facts = account.ofKind(indicator.match().kind());
        boolean[] exempted = {false};
        List<Weighed> weighed = facts.isEmpty() ? List.of() : weigh(facts, account, exempted);
        if (weighed.isEmpty() && !exempted[0]) {
            return absent(account);
        }
        account.known.add(indicator.id());
        if (weighed.isEmpty()) {
            return 0;
        }
        List<Weighed> counted = select(weighed, account);
        long sum = 0;
        for (Weighed one : counted) {
            sum += one.milli;
            int months = Math.toIntExact(ChronoUnit.MONTHS.between(one.fact.date(), account.day.asOf));
            account.contributions.add(contribution(Type.RECORD, one.milli, one.fact, months, indicator.says()));
        }
        sum += groupCuts(counted, account);
        Points cap = indicator.cap();
        long total = FixedPoint.clamp(sum, cap == null ? FixedPoint.LIMIT : cap.milli());
        if (total != sum) {
            account.contributions.add(contribution(Type.CAP, total - sum, null, 0, CAPPED));
        }
        return total;
    }

    /** The indicator's number as though no record matched it. */
    long withoutRecords() {
        return switch (indicator.absent()) {
            case Absence.Counts counts -> counts.points().milli();
            case Absence.Unknown ignored -> FixedPoint.MISSING;
        };
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
                yield FixedPoint.MISSING;
            }
        };
    }

    private List<Weighed> weigh(List<Account.Sighted> facts, Account account, boolean[] exempted) {
        List<AgeBands.AgeBand> bands = indicator.age().bands();
        List<Account.Sighted> matching = new ArrayList<>(facts.size());
        for (Account.Sighted sighted : facts) {
            if (indicator.match().holds(sighted.fact.fields())) {
                sighted.looked = true;
                matching.add(sighted);
            }
        }
        List<Weighed> weighed = new ArrayList<>(matching.size());
        for (int i = 0; i < matching.size(); i++) {
            Account.Sighted sighted = matching.get(i);
            Fact fact = sighted.fact;
            int band = account.day.band(index, sighted.epochDay);
            if (account.hasEnded(indicator.match(), fact)) {
                weightless(fact, Weightless.Reason.ENDED, account);
            } else if (band == bands.size()) {
                weightless(fact, Weightless.Reason.TOO_OLD, account);
            } else if (isExempt(matching, i)) {
                exempted[0] = true;
                weightless(fact, Weightless.Reason.EXEMPT, account);
            } else {
                Points factor = bands.get(band).factor();
                weighed.add(new Weighed(fact, given(fact, factor), factor));
            }
        }
        return weighed;
    }

    /** Whether the record is a first minor violation: none that matches stands on its day or shortly before it. */
    private boolean isExempt(List<Account.Sighted> matching, int at) {
        Exemption exempt = indicator.exempt();
        Fact fact = matching.get(at).fact;
        if (exempt == null || !exempt.lists(fact.fields())) {
            return false;
        }
        LocalDate clearSince = fact.date().minusMonths(exempt.clearMonths());
        boolean clearBefore = at == 0 || !matching.get(at - 1).fact.date().isAfter(clearSince);
        boolean aloneOnItsDay =
                at == matching.size() - 1 || !matching.get(at + 1).fact.date().equals(fact.date());
        return clearBefore && aloneOnItsDay;
    }

    private long given(Fact fact, Points factor) {
        Weights weights = indicator.weights();
        long weight = weights == null
                ? 1000
                : weights.of(fact.fields().get(weights.field())).milli();
        long given = FixedPoint.product(indicator.points().milli(), weight, factor.milli());
        Quantity quantity = indicator.quantity();
        if (quantity != null) {
            Weights plus = quantity.plus();
            String plusText = plus == null ? null : fact.fields().get(plus.field());
            given = FixedPoint.product(given, quantity.of(fact.fields().get(quantity.field()), plusText));
        }
        Points cap = indicator.recordCap();
        return cap == null ? given : FixedPoint.clamp(given, cap.milli());
    }

    private List<Weighed> select(List<Weighed> weighed, Account account) {
        return switch (indicator.measure()) {
            case Measure.Count ignored -> weighed;
            case Measure.Latest ignored -> List.of(only(weighed, true, Weightless.Reason.NOT_LATEST, account));
            case Measure.Max ignored -> List.of(only(weighed, false, Weightless.Reason.NOT_LARGEST, account));
            case Measure.Distinct distinct -> distinct(weighed, distinct.fields(), account);
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

    private List<Weighed> distinct(List<Weighed> weighed, List<String> fields, Account account) {
        Map<List<String>, Weighed> best = new HashMap<>();
        for (Weighed one : weighed) {
            List<String> key = texts(one.fact, fields);
            if (key != null) {
                best.merge(key, one, (had, now) -> isBefore(now, had, false) ? now : had);
            }
        }
        List<Weighed> counted = new ArrayList<>();
        for (Weighed one : weighed) {
            List<String> key = texts(one.fact, fields);
            if (key == null || best.get(key) == one) {
                counted.add(one);
            } else {
                weightless(one.fact, Weightless.Reason.COUNTED_ONCE, account);
            }
        }
        return counted;
    }

    /** The texts of the fields; null if one is not there. */
    private static @Nullable List<String> texts(Fact fact, List<String> fields) {
        List<String> texts = new ArrayList<>(fields.size());
        for (String field : fields) {
            String text = fact.fields().get(field);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    /** What the groups give beyond their caps, as a number to add. */
    private long groupCuts(List<Weighed> counted, Account account) {
        GroupCap cap = indicator.groupCap();
        if (cap == null) {
            return 0;
        }
        Map<String, List<Weighed>> groups = new LinkedHashMap<>();
        for (Weighed one : counted) {
            String text = one.fact.fields().get(cap.field());
            if (text != null) {
                groups.computeIfAbsent(text, fresh -> new ArrayList<>()).add(one);
            }
        }
        long cuts = 0;
        for (List<Weighed> group : groups.values()) {
            long sum = 0;
            for (Weighed one : group) {
                sum += one.milli;
            }
            long most = FixedPoint.product(
                    cap.most().milli(), group.getLast().factor.milli());
            long cut = FixedPoint.clamp(sum, most) - sum;
            if (cut != 0) {
                account.contributions.add(contribution(Type.CAP, cut, null, 0, GROUP_CAPPED));
                cuts += cut;
            }
        }
        return cuts;
    }

    private void weightless(Fact fact, Weightless.Reason reason, Account account) {
        account.weightless.add(new Weightless(fact, indicator.id(), reason));
    }

    private Contribution contribution(Type type, long milli, @Nullable Fact fact, int months, Says says) {
        return new Contribution(
                type, indicator.id(), indicator.dimension(), new Points(milli), fact, months, indicator.basis(), says);
    }
}
