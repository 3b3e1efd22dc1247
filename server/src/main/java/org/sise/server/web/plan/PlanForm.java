package org.sise.server.web.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.supervision.plan.PlanDraft;
import org.sise.supervision.plan.PlanFault;
import org.sise.supervision.plan.RatioRules;
import org.springframework.util.MultiValueMap;

/**
 * The form of a new plan, as it was filled in.
 *
 * @param title the plan's title
 * @param regions six-digit codes
 * @param industries section letters
 * @param ratios the share of each colour in percent
 * @param items ids of the items
 * @param mandatory those of the items that every business is checked for
 * @param itemsPerObject how many further items each business gets by lot
 * @param inspectors certificates; none for all that are eligible
 */
public record PlanForm(
        String title,
        List<String> regions,
        List<String> industries,
        Map<Grade, String> ratios,
        List<String> items,
        List<String> mandatory,
        String itemsPerObject,
        List<String> inspectors) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A draft, or what keeps the form from being one. */
    record Reading(@Nullable PlanDraft draft, List<PlanFault> faults) {}

    /** With the ratios and items with which a new plan begins. */
    static PlanForm blank(String title, List<String> items, List<String> mandatory) {
        Map<Grade, String> ratios = new EnumMap<>(Grade.class);
        RatioRules.standard()
                .defaultRatios()
                .forEach((grade, ratio) -> ratios.put(
                        grade, ratio.multiply(HUNDRED).stripTrailingZeros().toPlainString()));
        return new PlanForm(title, List.of(), List.of(), ratios, items, mandatory, "1", List.of());
    }

    static PlanForm of(MultiValueMap<String, String> parameters) {
        Map<Grade, String> ratios = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            ratios.put(grade, first(parameters, "ratio." + grade));
        }
        return new PlanForm(
                first(parameters, "title"),
                all(parameters, "region"),
                all(parameters, "industry"),
                ratios,
                all(parameters, "item"),
                all(parameters, "mandatory"),
                first(parameters, "itemsPerObject"),
                all(parameters, "inspector"));
    }

    Reading read() {
        List<PlanFault> faults = new ArrayList<>();
        Map<Grade, BigDecimal> shares = new EnumMap<>(Grade.class);
        ratios.forEach((grade, text) -> {
            BigDecimal percent = number(text);
            if (percent == null) {
                faults.add(new PlanFault("ratios." + grade, "请填写0至100的百分数", "a percentage of 0 to 100 is needed"));
            } else {
                shares.put(grade, percent.movePointLeft(2));
            }
        });
        BigDecimal lots = number(itemsPerObject);
        if (lots == null || lots.stripTrailingZeros().scale() > 0 || lots.abs().compareTo(HUNDRED) > 0) {
            faults.add(new PlanFault("itemsPerObject", "请填写整数", "a whole number is needed"));
        }
        if (lots == null || !faults.isEmpty()) {
            return new Reading(null, faults);
        }
        List<String> chosen = new ArrayList<>(items);
        mandatory.stream().filter(item -> !chosen.contains(item)).forEach(chosen::add);
        return new Reading(
                new PlanDraft(title, industries, regions, shares, chosen, mandatory, lots.intValueExact(), inspectors),
                List.of());
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
