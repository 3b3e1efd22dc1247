package org.sise.supervision.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sise.core.csv.CsvTable;
import org.sise.core.record.Permit;
import org.sise.supervision.visit.VisitKind;

/** The matters of approval: the table {@code rules/approval_matters.csv}. Immutable. */
public final class ApprovalMatters {

    private static final ApprovalMatters STANDARD =
            read(CsvTable.ofResource(ApprovalMatters.class, "rules/approval_matters.csv"));

    private final List<ApprovalMatter> matters;

    private ApprovalMatters(List<ApprovalMatter> matters) {
        this.matters = List.copyOf(matters);
    }

    /** The matters that ship with the product. */
    public static ApprovalMatters standard() {
        return STANDARD;
    }

    /** Matters from a table with the columns of the shipped one. */
    public static ApprovalMatters read(CsvTable table) {
        List<ApprovalMatter> matters = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            matters.add(new ApprovalMatter(
                    row.get("code"),
                    row.get("name_zh"),
                    row.get("name_en"),
                    row.get("promise").equals("1"),
                    row.get("credit").equals("1"),
                    List.of(row.get("permit_words").split(";", -1)),
                    row.get("department"),
                    Integer.parseInt(row.get("first_check_days")),
                    VisitKind.valueOf(row.get("visit_kind")),
                    List.of(row.get("items").split(";", -1)),
                    row.get("note"),
                    row.get("source"),
                    row.get("confidence")));
        }
        return new ApprovalMatters(matters);
    }

    /** All matters, in the table's order. */
    public List<ApprovalMatter> all() {
        return matters;
    }

    /** The matter of a code, if there is one. */
    public Optional<ApprovalMatter> find(String code) {
        return matters.stream().filter(matter -> matter.code().equals(code)).findFirst();
    }

    /** The first matter that a permit is of, if there is one. */
    public Optional<ApprovalMatter> of(Permit permit) {
        return matters.stream().filter(matter -> matter.isOf(permit)).findFirst();
    }
}
