package org.sise.scoring.outlook;

import java.time.LocalDate;
import java.util.List;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Text;

/** Says a way in words. */
final class Directions {
    /** How many records a sentence names; the way itself lists all. */
    private static final int MOST_NAMED = 20;

    private Directions() {}

    static Text text(GradeLevel grade, List<Repair> repairs, LocalDate on, boolean now, boolean exact) {
        Text label = grade.label();
        String zh;
        String en;
        if (repairs.isEmpty()) {
            zh = "等到%s，等级为%s（其间没有新的记录）".formatted(on, label.zh());
            en = "Wait until %s: the grade is then %s, if no new record comes".formatted(on, label.en());
        } else {
            String list = list(repairs, true);
            String listEn = list(repairs, false);
            int count = repairs.size();
            zh = now
                    ? "修复以下%d条记录，等级为%s：%s".formatted(count, label.zh(), list)
                    : "修复以下%d条记录并等到%s，等级为%s（其间没有新的记录）：%s".formatted(count, on, label.zh(), list);
            en = now
                    ? "Repair %s and the grade is %s: %s".formatted(records(count), label.en(), listEn)
                    : "Repair %s and wait until %s: the grade is then %s, if no new record comes: %s"
                            .formatted(records(count), on, label.en(), listEn);
        }
        return exact
                ? new Text(zh, en)
                : new Text(
                        zh + "（未穷尽全部组合，可能有更短的途径）",
                        en + " (not every combination was tried; there may be a shorter way)");
    }

    private static String records(int count) {
        return count == 1 ? "1 record" : count + " records";
    }

    private static String list(List<Repair> repairs, boolean zh) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < Math.min(repairs.size(), MOST_NAMED); i++) {
            Repair repair = repairs.get(i);
            Fact fact = repair.fact();
            String document = fact.document();
            list.append(i == 0 ? "" : zh ? "；" : "; ")
                    .append(fact.date())
                    .append(' ')
                    .append(document == null || document.isBlank() ? fact.kind() : document)
                    .append(zh ? "（" : " (")
                    .append(repair.points())
                    .append(zh ? "分）" : " points)");
        }
        if (repairs.size() > MOST_NAMED) {
            list.append(zh ? "；等" : "; and more");
        }
        return list.toString();
    }
}
