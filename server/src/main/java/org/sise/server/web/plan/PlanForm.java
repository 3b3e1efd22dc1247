package org.sise.server.web.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.supervision.plan.AnyShare;
import org.sise.supervision.plan.PlanDraft;
import org.sise.supervision.plan.PlanFault;
import org.sise.supervision.plan.PlanMatrix;
import org.sise.supervision.plan.PlanRules;
import org.sise.supervision.plan.RatioRules;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.stratum.Risk;
import org.sise.supervision.visit.Window;
import org.springframework.util.MultiValueMap;

/**
 * The form of a new plan, as it was filled in.
 *
 * @param title the plan's title
 * @param regions six-digit codes
 * @param industries section letters
 * @param ratios the share of each colour in percent
 * @param byRisk whether the cells count and not the ratios by colour
 * @param cells the share in percent by colour and the industry's risk
 * @param worstShare the part of the places that goes to the worst, in percent
 * @param anyShare pure random checks over the whole pool, in percent of the places
 * @param items ids of the items
 * @param mandatory those of the items that every business is checked for
 * @param itemsPerObject how many further items each business gets by lot
 * @param inspectors certificates; none for all that are eligible
 * @param from the first day of the visits, yyyy-MM-dd
 * @param until the last day
 */
public record PlanForm(
        String title,
        List<String> regions,
        List<String> industries,
        Map<Grade, String> ratios,
        boolean byRisk,
        Map<Grade, Map<Risk, String>> cells,
        String worstShare,
        String anyShare,
        List<String> items,
        List<String> mandatory,
        String itemsPerObject,
        List<String> inspectors,
        String from,
        String until) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A draft, or what keeps the form from being one. */
    record Reading(@Nullable PlanDraft draft, List<PlanFault> faults) {}

    /** With the ratios and items with which a new plan begins. */
    static PlanForm blank(String title, List<String> items, List<String> mandatory, Window window) {
        Map<Grade, String> ratios = new EnumMap<>(Grade.class);
        RatioRules.standard().defaultRatios().forEach((grade, ratio) -> ratios.put(grade, percent(ratio)));
        Map<Grade, Map<Risk, String>> cells = new EnumMap<>(Grade.class);
        PlanMatrix.standard()
                .all()
                .forEach(cell -> cells.computeIfAbsent(cell.grade(), _ -> new EnumMap<>(Risk.class))
                        .put(cell.risk(), percent(cell.ratio())));
        return new PlanForm(
                title,
                List.of(),
                List.of(),
                ratios,
                false,
                cells,
                "0",
                percent(PlanRules.standard().anyShare()),
                items,
                mandatory,
                "1",
                List.of(),
                window.from().toString(),
                window.until().toString());
    }

    /** The same form about a region and industries. */
    PlanForm about(String region, List<String> codes) {
        return new PlanForm(
                title,
                List.of(region),
                codes,
                ratios,
                byRisk,
                cells,
                worstShare,
                anyShare,
                items,
                mandatory,
                "0",
                inspectors,
                from,
                until);
    }

    static PlanForm of(MultiValueMap<String, String> parameters) {
        Map<Grade, String> ratios = new EnumMap<>(Grade.class);
        Map<Grade, Map<Risk, String>> cells = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            ratios.put(grade, first(parameters, "ratio." + grade));
            Map<Risk, String> row = new EnumMap<>(Risk.class);
            for (Risk risk : Risk.values()) {
                row.put(risk, first(parameters, "ratio." + grade + "." + risk));
            }
            cells.put(grade, row);
        }
        return new PlanForm(
                first(parameters, "title"),
                all(parameters, "region"),
                all(parameters, "industry"),
                ratios,
                !first(parameters, "byRisk").isEmpty(),
                cells,
                first(parameters, "worstShare"),
                first(parameters, "anyShare"),
                all(parameters, "item"),
                all(parameters, "mandatory"),
                first(parameters, "itemsPerObject"),
                all(parameters, "inspector"),
                first(parameters, "from"),
                first(parameters, "until"));
    }

    Reading read() {
        List<PlanFault> faults = new ArrayList<>();
        RatioMatrix shares = byRisk ? matrix(faults) : byColour(faults);
        BigDecimal worst = share("worstShare", worstShare, faults);
        BigDecimal any = share("anyShare", anyShare, faults);
        BigDecimal lots = number(itemsPerObject);
        if (lots == null || lots.stripTrailingZeros().scale() > 0 || lots.abs().compareTo(HUNDRED) > 0) {
            faults.add(new PlanFault("itemsPerObject", "请填写整数", "a whole number is needed"));
        }
        Window window = window(faults);
        if (lots == null || worst == null || any == null || !faults.isEmpty()) {
            return new Reading(null, faults);
        }
        List<String> chosen = new ArrayList<>(items);
        mandatory.stream().filter(item -> !chosen.contains(item)).forEach(chosen::add);
        return new Reading(
                new PlanDraft(
                        title,
                        industries,
                        regions,
                        shares,
                        worst,
                        AnyShare.of(any),
                        chosen,
                        mandatory,
                        lots.intValueExact(),
                        inspectors,
                        window),
                List.of());
    }

    private RatioMatrix byColour(List<PlanFault> faults) {
        Map<Grade, BigDecimal> shares = new EnumMap<>(Grade.class);
        ratios.forEach((grade, text) -> {
            BigDecimal share = share("ratios." + grade, text, faults);
            if (share != null) {
                shares.put(grade, share);
            }
        });
        return RatioMatrix.byColour(shares);
    }

    private RatioMatrix matrix(List<PlanFault> faults) {
        Map<Grade, Map<Risk, BigDecimal>> shares = new EnumMap<>(Grade.class);
        cells.forEach((grade, row) -> row.forEach((risk, text) -> {
            BigDecimal share = share("ratios." + grade + "." + risk, text, faults);
            if (share != null) {
                shares.computeIfAbsent(grade, _ -> new EnumMap<>(Risk.class)).put(risk, share);
            }
        }));
        return RatioMatrix.of(shares);
    }

    /** The days of the visits; null, as a draft may be, where one is missing. */
    private @Nullable Window window(List<PlanFault> faults) {
        if (from.isBlank() || until.isBlank()) {
            return null;
        }
        try {
            return new Window(LocalDate.parse(from.strip()), LocalDate.parse(until.strip()));
        } catch (DateTimeParseException e) {
            faults.add(new PlanFault("window", "日期格式为 yyyy-MM-dd", "a date is yyyy-MM-dd"));
        } catch (IllegalArgumentException e) {
            faults.add(new PlanFault(
                    "window", "检查时段应在同一年内，止不早于起", "the days lie in one year and end no earlier than they begin"));
        }
        return null;
    }

    private static @Nullable BigDecimal share(String field, String text, List<PlanFault> faults) {
        BigDecimal percent = number(text);
        if (percent == null) {
            faults.add(new PlanFault(field, "请填写0至100的百分数", "a percentage of 0 to 100 is needed"));
            return null;
        }
        return percent.movePointLeft(2);
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > 40 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }

    private static List<String> all(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }
}
