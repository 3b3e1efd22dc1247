package org.sise.supervision.exemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordState;

/**
 * Whether a violation is the first of its kind, by what the ledger and earlier visits know. A penalty that says nothing of
 * what it was for does not tell; one that was withdrawn was never there; a repaired one was.
 */
final class EarlierViolations {

    private EarlierViolations() {}

    /**
     * The condition's answer for an entry.
     *
     * @param penalties the business's penalties, of any time
     * @param found earlier findings of the entry's items within the period
     * @param from the first day of the period
     */
    static ConditionCheck check(
            ExemptionCondition condition,
            ExemptionEntry entry,
            List<Penalty> penalties,
            List<ExemptionRows.Found> found,
            LocalDate from) {
        List<String> same = new ArrayList<>();
        List<String> unclear = new ArrayList<>();
        for (Penalty penalty : penalties) {
            if (penalty.header().date().isBefore(from) || penalty.header().state() == RecordState.WITHDRAWN) {
                continue;
            }
            String line = "%s 行政处罚 %s / penalty %s of %s"
                    .formatted(
                            penalty.header().date(),
                            penalty.header().document(),
                            penalty.header().document(),
                            penalty.header().date());
            String words = words(penalty);
            if (words.isBlank()) {
                unclear.add(line);
            } else if (entry.matter().stream().anyMatch(words::contains)) {
                same.add(line);
            }
        }
        for (ExemptionRows.Found one : found) {
            same.add("%s 检查 %d 发现：%s / visit %d of %s found: %s"
                    .formatted(one.on(), one.visit(), one.note(), one.visit(), one.on(), one.note()));
        }
        if (!same.isEmpty()) {
            return new ConditionCheck(condition, ConditionCheck.Answer.FAILS, same);
        }
        return unclear.isEmpty()
                ? new ConditionCheck(condition, ConditionCheck.Answer.HOLDS, List.of())
                : new ConditionCheck(condition, ConditionCheck.Answer.TO_CONFIRM, unclear);
    }

    private static String words(Penalty penalty) {
        return String.join(
                " ",
                Stream.of(penalty.violation(), penalty.facts(), penalty.content())
                        .map(EarlierViolations::orEmpty)
                        .toList());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
