package org.sise.supervision.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Commitment;
import org.sise.core.record.Fulfilment;
import org.sise.core.record.Permit;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;
import org.sise.supervision.repair.back.Chance;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.RuleFigures;

/** Finds of what a business is to be reminded, by the grader, its policy's own thresholds, and the clocks of its records. */
public final class Slips {

    private static final Text AVOID = new Text(
            "在此之前避免新的违法行为和检查问题；及时改正已发现的问题。",
            "Until then no new violation and no finding; correct what was found in time.");

    private final Grader grader;
    private final Party party;
    private final LocalDate today;
    private final List<StoredRecord> records;
    private final List<Chance> chances;
    private final RuleFigures figures;
    private final List<Slip> found = new ArrayList<>();

    private Slips(
            Grader grader,
            Party party,
            LocalDate today,
            List<StoredRecord> records,
            List<Chance> chances,
            RuleFigures figures) {
        this.grader = grader;
        this.party = party;
        this.today = today;
        this.records = records;
        this.chances = chances;
        this.figures = figures;
    }

    /**
     * The slips of a business.
     *
     * @param party whose facts carry their records' numbers as references
     * @param records of which the party is made
     * @param chances what the rules of repair say of its public records
     */
    public static List<Slip> of(
            Grader grader,
            Party party,
            LocalDate today,
            List<StoredRecord> records,
            List<Chance> chances,
            RuleFigures figures) {
        Slips slips = new Slips(grader, party, today, records, chances, figures);
        if (grader.grade(party, today) instanceof Graded.Result result) {
            slips.thresholds(result);
            slips.worsening(result);
        }
        slips.clocks();
        return List.copyOf(slips.found);
    }

    private void thresholds(Graded.Result result) {
        long near = figures.number("score_reminder_points") * 1_000L;
        for (Worse worse : Worse.of(result)) {
            if (worse.distance().milli() > near) {
                continue;
            }
            String dimension =
                    worse.dimension() == null ? null : worse.dimension().id();
            Contribution heaviest = result.contributions().stream()
                    .filter(one -> one.fact() != null && (dimension == null || dimension.equals(one.dimension())))
                    .filter(one -> bad(result.policy(), one.points().milli()) > 0)
                    .max(Comparator.comparingLong(
                            one -> bad(result.policy(), one.points().milli())))
                    .orElse(null);
            Text name = worse.dimension() == null
                    ? new Text("总分", "score")
                    : worse.dimension().label();
            GradeLevel now = result.grade();
            Text weighs = heaviest == null
                    ? new Text("", "")
                    : new Text(
                            "影响最大的是：" + heaviest.text().zh() + "。",
                            " What weighs most: " + heaviest.text().en() + ".");
            found.add(new Slip(
                    SlipKind.THRESHOLD,
                    String.valueOf(dimension) + ' ' + worse.grade().id(),
                    heaviest == null ? null : number(heaviest.fact()),
                    today,
                    new Text(
                            "“%s”为 %s 分，距 %s 分还差 %s 分；达到后颜色由%s变为%s。%s"
                                    .formatted(
                                            name.zh(),
                                            worse.score(),
                                            worse.threshold(),
                                            worse.distance(),
                                            now.label().zh(),
                                            worse.grade().label().zh(),
                                            weighs.zh()),
                            "“%s” stands at %s, %s points from %s, where the colour turns from %s to %s.%s"
                                    .formatted(
                                            name.en(),
                                            worse.score(),
                                            worse.distance(),
                                            worse.threshold(),
                                            now.label().en(),
                                            worse.grade().label().en(),
                                            weighs.en())),
                    remedy(heaviest == null ? null : number(heaviest.fact()))));
        }
    }

    private void worsening(Graded.Result now) {
        int ahead = figures.number("reminder_ahead_days");
        for (int days = 1; days <= ahead; days++) {
            LocalDate day = today.plusDays(days);
            if (grader.grade(party, day) instanceof Graded.Result then
                    && then.grade().isWorseThan(now.grade())) {
                Fact changed = changed(now, then);
                found.add(new Slip(
                        SlipKind.WORSENING,
                        then.grade().id(),
                        number(changed),
                        day,
                        new Text(
                                "没有新的记录，%s 起颜色也将由%s变为%s。"
                                        .formatted(
                                                day,
                                                now.grade().label().zh(),
                                                then.grade().label().zh()),
                                "Without any new record the colour turns from %s to %s on %s."
                                        .formatted(
                                                now.grade().label().en(),
                                                then.grade().label().en(),
                                                day)),
                        remedy(number(changed))));
                return;
            }
        }
    }

    private void clocks() {
        for (StoredRecord stored : records) {
            if (GroundRecords.end(stored.record(), today) != null) {
                continue;
            }
            switch (stored.record()) {
                case Permit permit -> permit(stored, permit);
                case Commitment commitment
                when commitment.fulfilment() == Fulfilment.NOT_DUE -> commitment(stored, commitment);
                default -> {}
            }
        }
        LocalDate until = today.plusDays(figures.number("listing_reminder_days"));
        for (Chance chance : chances) {
            LocalDate apply = chance.apply();
            if (apply != null && !apply.isAfter(until)) {
                found.add(new Slip(
                        SlipKind.REPAIR,
                        chance.record().record().kind().token()
                                + ' '
                                + chance.record().key(),
                        chance.record().id(),
                        apply,
                        new Text(
                                "%s（%s）自 %s 起可以申请信用修复。"
                                        .formatted(
                                                chance.record().record().kind().zh(), document(chance.record()), apply),
                                "Repair of the %s %s may be applied for from %s on."
                                        .formatted(
                                                chance.record().record().kind().en(),
                                                document(chance.record()),
                                                apply)),
                        new Text(
                                "履行全部义务后，在企业服务台提交证明材料和信用承诺。",
                                "Fulfil every duty, then hand in proof and promise at the desk.")));
            }
        }
    }

    private void permit(StoredRecord stored, Permit permit) {
        LocalDate until = permit.validUntil();
        if (isSoon(until, "permit_reminder_days") && !isFollowed(permit)) {
            found.add(new Slip(
                    SlipKind.PERMIT,
                    stored.key(),
                    stored.id(),
                    Objects.requireNonNull(until),
                    new Text(
                            "%s（%s）%s 到期。".formatted(permit.name(), document(stored), until),
                            "%s (%s) ends on %s.".formatted(permit.name(), document(stored), until)),
                    new Text(
                            "继续经营的，于 %s 前向许可机关申请延续（行政许可法 第50条）。"
                                    .formatted(until.minusDays(figures.number("permit_reminder_days"))),
                            "To go on, ask the authority for an extension by %s (行政许可法 第50条)."
                                    .formatted(until.minusDays(figures.number("permit_reminder_days"))))));
        }
    }

    /** Whether another permit of the same name goes on for longer. */
    private boolean isFollowed(Permit permit) {
        return records.stream()
                .map(StoredRecord::record)
                .anyMatch(other -> other instanceof Permit later
                        && GroundRecords.end(later, today) == null
                        && later.name().equals(permit.name())
                        && (later.validUntil() == null
                                || later.validUntil().isAfter(Objects.requireNonNull(permit.validUntil()))));
    }

    private void commitment(StoredRecord stored, Commitment commitment) {
        LocalDate until = commitment.validUntil();
        String matter = Objects.requireNonNullElse(commitment.matter(), commitment.type());
        if (isSoon(until, "commitment_reminder_days")) {
            found.add(new Slip(
                    SlipKind.COMMITMENT,
                    stored.key(),
                    stored.id(),
                    Objects.requireNonNull(until),
                    new Text(
                            "关于“%s”的承诺须在 %s 前履行。".formatted(matter, until),
                            "The promise about “%s” is to be kept by %s.".formatted(matter, until)),
                    new Text(
                            "履行后在企业服务台报告；未履行的将记入信用记录，并在一定期限内不再适用同类承诺。",
                            "Keep it and report it at the desk; a breach becomes a record and bars promises of its type for"
                                    + " a while.")));
        }
    }

    private boolean isSoon(@Nullable LocalDate day, String rule) {
        return day != null && !day.isBefore(today) && !day.isAfter(today.plusDays(figures.number(rule)));
    }

    /** What to do about the record that weighs most. */
    private Text remedy(@Nullable Long record) {
        return chances.stream()
                .filter(chance -> record != null && chance.record().id() == record && chance.apply() != null)
                .findFirst()
                .map(chance -> new Text(
                        AVOID.zh() + "该记录自 %s 起可以申请信用修复。".formatted(chance.apply()),
                        AVOID.en() + " Repair of that record may be applied for from %s on.".formatted(chance.apply())))
                .orElse(AVOID);
    }

    /** The record whose weight grows most between two grades, or null where it is none. */
    private static @Nullable Fact changed(Graded.Result now, Graded.Result then) {
        IdentityHashMap<Fact, Long> weights = new IdentityHashMap<>();
        then.contributions()
                .forEach(
                        one -> add(weights, one, bad(then.policy(), one.points().milli())));
        now.contributions()
                .forEach(
                        one -> add(weights, one, -bad(now.policy(), one.points().milli())));
        return weights.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static void add(IdentityHashMap<Fact, Long> weights, Contribution one, long milli) {
        if (one.fact() != null) {
            weights.merge(one.fact(), milli, Long::sum);
        }
    }

    /** Points in the direction of worse grades. */
    private static long bad(Policy policy, long milli) {
        return policy.order() == Policy.Order.HIGHEST_FIRST ? milli : -milli;
    }

    private static @Nullable Long number(@Nullable Fact fact) {
        String reference = fact == null ? null : fact.reference();
        return reference == null || !reference.matches("\\d+") ? null : Long.valueOf(reference);
    }

    private static String document(StoredRecord stored) {
        String document = stored.record().header().document();
        return document == null ? stored.record().header().date().toString() : document;
    }
}
