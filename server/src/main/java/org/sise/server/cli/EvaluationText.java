package org.sise.server.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.evaluate.Auc;
import org.sise.scoring.evaluate.DaysEarlier;
import org.sise.scoring.evaluate.Districts;
import org.sise.scoring.evaluate.Evaluation;
import org.sise.scoring.evaluate.Lift;
import org.sise.scoring.evaluate.Stability;
import org.sise.scoring.policy.GradeLevel;

/** An evaluation in Chinese and English tables. */
final class EvaluationText {
    private static final int MOST_DISTRICTS = 20;

    private final PrintWriter out;

    private EvaluationText(PrintWriter out) {
        this.out = out;
    }

    static void print(Evaluation evaluation, PrintWriter out) {
        EvaluationText text = new EvaluationText(out);
        text.head(evaluation);
        text.areas(evaluation);
        text.lifts(evaluation.byColour());
        text.daysEarlier(evaluation.daysEarlier());
        text.stability(evaluation.stability());
        text.districts(evaluation);
    }

    private void head(Evaluation evaluation) {
        line(
                "政策 / policy: %s %s（%s / %s）",
                evaluation.policy().id(),
                evaluation.policy().version(),
                evaluation.policy().title().zh(),
                evaluation.policy().title().en());
        line("期间 / period: %s – %s", evaluation.from(), evaluation.to());
        line(
                "结果 / outcomes: %,d, 坏 / bad %,d (%s), 主体 / parties %,d",
                evaluation.n(), evaluation.bad(), percent(evaluation.badRate()), evaluation.parties());
        line(
                "未计入 / left out: 期间外 / outside the period %,d, 不适用 / policy does not apply %,d",
                evaluation.outsidePeriod(), evaluation.notApplicable());
        line(
                "计入但此前无记录 / counted though without any earlier record: %,d (其中主体未知 / party unknown %,d)",
                evaluation.withoutRecords(), evaluation.unknownParties());
    }

    private void areas(Evaluation evaluation) {
        line("");
        line("AUC（95%% 置信区间, 按主体聚类 / interval by party, Obuchowski 1997）");
        area("等级及分值 / grade, then score", evaluation.auc());
        area("仅分值 / score alone", evaluation.aucByScore());
        area("仅等级 / grade alone", evaluation.aucByColour());
        area("仅此前有记录者 / with an earlier record", evaluation.aucWithRecords());
        Auc auc = evaluation.auc();
        if (auc != null) {
            line(
                    "  假定各结果独立时的区间 / interval if outcomes were independent (DeLong 1988): %.4f – %.4f",
                    auc.independentLow(), auc.independentHigh());
        }
    }

    private void area(String label, @Nullable Auc auc) {
        if (auc == null) {
            line("  无定义 / not defined  %s", label);
        } else {
            line("  %.4f  (%.4f – %.4f)  %s", auc.value(), auc.low(), auc.high(), label);
        }
    }

    private void lifts(List<Lift> lifts) {
        line("");
        line("各等级 / by grade: 结果数 n, 坏 bad, 坏率 rate, 提升度 lift, 累计捕获 capture");
        for (Lift lift : lifts) {
            line(
                    "  %8d %8d %8s %8s %8s  %s / %s",
                    lift.n(),
                    lift.bad(),
                    percent(lift.rate()),
                    lift.lift() == null ? "–" : String.format(Locale.ROOT, "%.2f", lift.lift()),
                    percent(lift.capture()),
                    lift.grade().label().zh(),
                    lift.grade().label().en());
        }
    }

    private void daysEarlier(@Nullable DaysEarlier days) {
        line("");
        if (days == null) {
            line("提前天数 / days earlier: 没有可发现的坏结果 / there was no bad result to be found");
            return;
        }
        line(
                "提前天数 / days earlier: 平均 / mean %.1f, 中位 / median %.1f (%,d 个坏结果 / bad results, %d 个 %d 天窗口 / windows of %d days)",
                days.mean(), days.median(), days.bad(), days.windows(), days.windowDays(), days.windowDays());
        line(
                "前半检查发现的坏结果 / bad results found in the first half: 实际 / recorded %s, 按分值 / by score %s",
                percent(days.firstHalfRecorded()), percent(days.firstHalfScheduled()));
        if (days.leftInPlace() > 0) {
            line("同一窗口内再次检查, 不重排 / second visits in a window, left on their day: %,d", days.leftInPlace());
        }
    }

    private void stability(Stability stability) {
        line("");
        line(
                "稳定性 / stability (PSI, %s 前后两半 / halves): 等级 / grade %s, 分值 / score %s",
                stability.split(), number(stability.psiGrade()), number(stability.psiScore()));
        line("  季度 / quarter  n  坏率 / rate  AUC  PSI");
        for (Stability.Quarter quarter : stability.quarters()) {
            Auc auc = quarter.auc();
            line(
                    "  %s %8d %8s %8s %8s",
                    quarter.name(),
                    quarter.n(),
                    percent((double) quarter.bad() / quarter.n()),
                    number(auc == null ? null : auc.value()),
                    number(quarter.psiGrade()));
        }
    }

    private void districts(Evaluation evaluation) {
        Districts districts = evaluation.districts();
        line("");
        line(
                "地区 / districts (不少于 %d 个结果者参与比较 / compared from %d outcomes)",
                districts.leastOfDistrict(), districts.leastOfDistrict());
        gap("坏率差距 / gap of bad rates", districts.badRateGap());
        gap("等级占比差距 / gap of a grade's share", districts.gradeGap());
        List<Districts.District> largest = districts.districts().stream()
                .sorted(Comparator.comparingInt(Districts.District::n).reversed())
                .limit(MOST_DISTRICTS)
                .toList();
        for (Districts.District district : largest) {
            StringBuilder shares = new StringBuilder();
            for (GradeLevel grade : evaluation.policy().grades()) {
                shares.append("  %s %s".formatted(grade.id(), percent(district.share(grade))));
            }
            Auc auc = district.auc();
            line(
                    "  %-10s n %6d  坏 / bad %7s  AUC %s%s",
                    district.region() == null ? "未知/unknown" : district.region(),
                    district.n(),
                    percent(district.badRate()),
                    number(auc == null ? null : auc.value()),
                    shares);
        }
        int rest = districts.districts().size() - largest.size();
        if (rest > 0) {
            line("  另有 %d 个较小地区, 见 --json / and %d smaller districts, see --json", rest, rest);
        }
    }

    private void gap(String label, Districts.@Nullable Gap gap) {
        if (gap == null) {
            line("  %s: 可比地区不足两个 / fewer than two districts to compare", label);
        } else {
            GradeLevel grade = gap.grade();
            line(
                    "  %s%s: %s (%s – %s)",
                    label,
                    grade == null ? "" : " " + grade.id(),
                    percent(gap.difference()),
                    String.valueOf(gap.lowest().region()),
                    String.valueOf(gap.highest().region()));
        }
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(@Nullable Double number) {
        return number == null ? "–" : String.format(Locale.ROOT, "%.4f", number);
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
