package org.sise.server.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.scoring.evaluate.Auc;
import org.sise.scoring.evaluate.DaysEarlier;
import org.sise.scoring.evaluate.Districts;
import org.sise.scoring.evaluate.Evaluation;
import org.sise.scoring.evaluate.Lift;
import org.sise.scoring.evaluate.Stability;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;

/** An evaluation in JSON. */
final class EvaluationJson {
    private EvaluationJson() {}

    static Map<String, Object> of(Evaluation evaluation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", evaluation.policy().id());
        json.put("version", evaluation.policy().version());
        json.put("digest", evaluation.policy().digest());
        json.put("from", evaluation.from().toString());
        json.put("to", evaluation.to().toString());
        Auc auc = evaluation.auc();
        json.put("auc", auc == null ? null : auc.value());
        json.put("auc_low", auc == null ? null : auc.low());
        json.put("auc_high", auc == null ? null : auc.high());
        json.put("n", evaluation.n());
        json.put("bad", evaluation.bad());
        json.put("bad_rate", evaluation.badRate());
        json.put(
                "by_colour",
                evaluation.byColour().stream().map(EvaluationJson::json).toList());
        json.put("parties", evaluation.parties());
        json.put("outcomes_given", evaluation.given());
        json.put("outside_period", evaluation.outsidePeriod());
        json.put("not_applicable", evaluation.notApplicable());
        json.put("without_records", evaluation.withoutRecords());
        json.put("unknown_parties", evaluation.unknownParties());
        json.put("auc_independent", interval(auc));
        json.put("auc_by_score", json(evaluation.aucByScore()));
        json.put("auc_by_colour", json(evaluation.aucByColour()));
        json.put("auc_with_records", json(evaluation.aucWithRecords()));
        json.put("days_earlier", json(evaluation.daysEarlier()));
        json.put("stability", json(evaluation.stability()));
        json.put("districts", json(evaluation.policy(), evaluation.districts()));
        return json;
    }

    private static @Nullable Map<String, Object> json(@Nullable Auc auc) {
        if (auc == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("auc", auc.value());
        json.put("auc_low", auc.low());
        json.put("auc_high", auc.high());
        json.put("n", auc.bad() + auc.good());
        json.put("bad", auc.bad());
        return json;
    }

    /** The interval that takes all outcomes as independent. */
    private static @Nullable Map<String, Object> interval(@Nullable Auc auc) {
        if (auc == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("auc_low", auc.independentLow());
        json.put("auc_high", auc.independentHigh());
        return json;
    }

    private static Map<String, Object> json(Lift lift) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("grade", lift.grade().id());
        json.put("colour", colour(lift.grade()));
        json.put("n", lift.n());
        json.put("bad", lift.bad());
        json.put("rate", lift.rate());
        json.put("lift", lift.lift());
        json.put("capture", lift.capture());
        return json;
    }

    private static @Nullable Map<String, Object> json(@Nullable DaysEarlier days) {
        if (days == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", days.mean());
        json.put("median", days.median());
        json.put("bad", days.bad());
        json.put("first_half_recorded", days.firstHalfRecorded());
        json.put("first_half_scheduled", days.firstHalfScheduled());
        json.put("window_days", days.windowDays());
        json.put("windows", days.windows());
        json.put("scheduled", days.scheduled());
        json.put("left_in_place", days.leftInPlace());
        return json;
    }

    private static Map<String, Object> json(Stability stability) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("psi_grade", stability.psiGrade());
        json.put("psi_score", stability.psiScore());
        json.put("split", stability.split().toString());
        json.put("earlier", stability.earlier());
        json.put("later", stability.later());
        json.put(
                "quarters",
                stability.quarters().stream().map(EvaluationJson::json).toList());
        return json;
    }

    private static Map<String, Object> json(Stability.Quarter quarter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("quarter", quarter.name());
        json.put("n", quarter.n());
        json.put("bad", quarter.bad());
        json.put("psi_grade", quarter.psiGrade());
        json.put("auc", quarter.auc() == null ? null : quarter.auc().value());
        return json;
    }

    private static Map<String, Object> json(Policy policy, Districts districts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("least", districts.leastOfDistrict());
        json.put("bad_rate_gap", json(districts.badRateGap()));
        json.put("grade_gap", json(districts.gradeGap()));
        json.put(
                "districts",
                districts.districts().stream()
                        .map(district -> json(policy, district))
                        .toList());
        return json;
    }

    private static @Nullable Map<String, Object> json(Districts.@Nullable Gap gap) {
        if (gap == null) {
            return null;
        }
        GradeLevel grade = gap.grade();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("grade", grade == null ? null : grade.id());
        json.put("difference", gap.difference());
        json.put("lowest", gap.lowest().region());
        json.put("highest", gap.highest().region());
        return json;
    }

    private static Map<String, Object> json(Policy policy, Districts.District district) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("region", district.region());
        json.put("n", district.n());
        json.put("bad", district.bad());
        json.put("bad_rate", district.badRate());
        Map<String, Double> shares = new LinkedHashMap<>();
        policy.grades().forEach(grade -> shares.put(grade.id(), district.share(grade)));
        json.put("shares", shares);
        json.put("auc", json(district.auc()));
        return json;
    }

    private static @Nullable String colour(GradeLevel grade) {
        Grade colour = grade.colour();
        return colour == null ? null : colour.name().toLowerCase(Locale.ROOT);
    }
}
