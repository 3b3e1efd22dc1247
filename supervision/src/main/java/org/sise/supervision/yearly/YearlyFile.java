package org.sise.supervision.yearly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sise.core.industry.Industries;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.form.Column;
import org.sise.supervision.form.FormFault;
import org.sise.supervision.form.FormTable;

/** Reads the entries of a yearly plan that were filled in. All of them are sound, or none is taken. */
public final class YearlyFile {

    private static final Column NUMBER = new Column("number", "序号");
    private static final Column TITLE = new Column("title", "计划名称");
    private static final Column FROM = new Column("month_from", "起始月");
    private static final Column UNTIL = new Column("month_until", "截止月");
    private static final Column LEAD = new Column("lead", "牵头部门");
    private static final Column PARTNERS = new Column("partners", "配合部门");
    private static final Column SUBJECTS = new Column("subjects", "检查对象");
    private static final Column INDUSTRIES = new Column("industries", "行业代码");
    private static final Column ITEMS = new Column("items", "抽查事项编号");
    private static final Column SHARE = new Column("share", "抽查比例或数量");
    private static final Column NOTE = new Column("note", "备注");

    private static final List<Column> REQUIRED = List.of(NUMBER, TITLE, FROM, UNTIL, LEAD, SUBJECTS, ITEMS, SHARE);

    /** The columns, in the order of the template. */
    public static final List<Column> COLUMNS =
            List.of(NUMBER, TITLE, FROM, UNTIL, LEAD, PARTNERS, SUBJECTS, INDUSTRIES, ITEMS, SHARE, NOTE);

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern MONTH = Pattern.compile("[1-9]|1[0-2]");

    private final CheckItems items;
    private final List<YearlyEntry> entries = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    private YearlyFile(CheckItems items) {
        this.items = items;
    }

    /** @throws YearlyRefusedException with everything that is wrong */
    static List<YearlyEntry> read(byte[] bytes, CheckItems items) {
        FormTable table = FormTable.read(bytes, REQUIRED, List.of(PARTNERS, INDUSTRIES, NOTE));
        YearlyFile file = new YearlyFile(items);
        table.rows().forEach(file::take);
        List<FormFault> faults = new ArrayList<>(table.faults());
        if (faults.isEmpty() && file.entries.isEmpty()) {
            faults.add(new FormFault(2, "", "", "没有内容 / there is no entry"));
        }
        if (!faults.isEmpty()) {
            throw new YearlyRefusedException(faults);
        }
        return file.entries;
    }

    private void take(FormTable.Row row) {
        String number = row.text(NUMBER);
        if (!number.isEmpty() && !COUNT.matcher(number).matches()) {
            row.fault(NUMBER, number, "应为从 1 起的整数 / a whole number from 1");
        } else if (!number.isEmpty() && !numbers.add(number)) {
            row.fault(NUMBER, number, "序号重复 / the number stands twice");
        }
        String from = month(row, FROM);
        String until = month(row, UNTIL);
        if (row.isGood() && Integer.parseInt(until) < Integer.parseInt(from)) {
            row.fault(UNTIL, until, "不应早于起始月 / must not be before the first month");
        }
        List<String> chosen = codes(row.text(ITEMS));
        chosen.stream()
                .filter(id -> items.byId(id) == null)
                .forEach(id -> row.fault(ITEMS, id, "清单中没有该事项 / the catalogue has no such item"));
        List<String> industries = codes(row.optional(INDUSTRIES));
        industries.stream()
                .filter(code -> Industries.standard().of(code) == null)
                .forEach(code -> row.fault(INDUSTRIES, code, "行业代码未知 / GB/T 4754 has no such industry"));
        String title = row.text(TITLE);
        String lead = row.text(LEAD);
        String subjects = row.text(SUBJECTS);
        String share = row.text(SHARE);
        List<String> partners = codes(row.optional(PARTNERS));
        String note = row.optional(NOTE);
        if (row.isGood()) {
            entries.add(new YearlyEntry(
                    Integer.parseInt(number),
                    title,
                    Integer.parseInt(from),
                    Integer.parseInt(until),
                    lead,
                    partners,
                    subjects,
                    industries,
                    chosen,
                    share,
                    note));
        }
    }

    private static String month(FormTable.Row row, Column column) {
        String text = row.text(column);
        if (!text.isEmpty() && !MONTH.matcher(text).matches()) {
            row.fault(column, text, "应为 1 至 12 的月份 / a month of 1 to 12");
        }
        return text;
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.split("[ 、;；]+"))
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
    }
}
