package org.sise.supervision.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * What a department wants to check at a business.
 *
 * @param business the business
 * @param kind why it is visited
 * @param department the department
 * @param plan the published plan that it follows, or null where it has a reason of its own
 * @param reason the reason, such as a complaint's number; may be empty with a plan
 * @param items the items of the catalogue, at least one
 * @param officers the certificates of those who are to come
 * @param window the days in which the check may be made
 */
public record TaskDraft(
        CreditCode business,
        VisitKind kind,
        String department,
        @Nullable String plan,
        String reason,
        List<String> items,
        List<String> officers,
        Window window) {

    /** @throws IllegalArgumentException without a department, items, or one of plan and reason */
    public TaskDraft {
        items = List.copyOf(items);
        officers = List.copyOf(officers);
        if (department.isBlank()) {
            throw new IllegalArgumentException("department: 请填写部门 / a department is needed");
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items: 至少需要一个检查事项 / at least one item is needed");
        }
        if (plan == null && reason.isBlank()) {
            throw new IllegalArgumentException("reason: 无计划的检查须说明理由 / a check without a plan needs a reason");
        }
    }
}
