package org.sise.supervision.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.industry.Industries;
import org.sise.supervision.form.Column;
import org.sise.supervision.form.FormFault;
import org.sise.supervision.form.FormTable;

/** Reads check items that were filled in. */
public final class CatalogueFile {

    private static final Column ID = new Column("id", "编号");
    private static final Column CATEGORY = new Column("category", "抽查类别");
    private static final Column ITEM = new Column("item", "抽查事项");
    private static final Column KIND = new Column("kind", "事项类型");
    private static final Column OBJECT = new Column("object", "检查对象");
    private static final Column METHOD = new Column("method", "检查方式");
    private static final Column BASIS = new Column("legal_basis", "法律依据");
    private static final Column DEPARTMENT = new Column("department", "部门");
    private static final Column FREQUENCY = new Column("frequency_note", "频次说明");
    private static final Column CAP = new Column("ratio_cap_pct", "比例上限%");
    private static final Column INDUSTRIES = new Column("industries", "适用行业");
    private static final Column SOURCE = new Column("source", "来源");
    private static final Column CONFIDENCE = new Column("confidence", "可信度");
    private static final Column WITHDRAWN = new Column("withdrawn", "已停用");

    private static final List<Column> REQUIRED =
            List.of(ID, CATEGORY, ITEM, KIND, OBJECT, METHOD, BASIS, DEPARTMENT, SOURCE, CONFIDENCE);
    private static final List<Column> OPTIONAL = List.of(FREQUENCY, CAP, INDUSTRIES, WITHDRAWN);

    /** The columns, in the order of the template. */
    public static final List<Column> COLUMNS = List.of(
            ID,
            CATEGORY,
            ITEM,
            KIND,
            OBJECT,
            METHOD,
            BASIS,
            DEPARTMENT,
            FREQUENCY,
            CAP,
            INDUSTRIES,
            SOURCE,
            CONFIDENCE,
            WITHDRAWN);

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern PERCENT = Pattern.compile("100|[0-9]{1,2}(\\.[0-9]{1,4})?");
    private static final Set<String> CONFIDENCES = Set.of("source-read", "high", "medium", "low");
    private static final Set<String> YES = Set.of("是", "yes", "1", "true");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * A line.
     *
     * @param item the item
     * @param withdrawn whether it is checked no more
     */
    record Entry(CatalogueItem item, boolean withdrawn) {}

    /** The good lines, and what is wrong with the others. */
    record Reading(List<Entry> entries, List<FormFault> faults) {}

    private CatalogueFile() {}

    static Reading read(byte[] bytes) {
        FormTable table = FormTable.read(bytes, REQUIRED, OPTIONAL);
        CatalogueFile file = new CatalogueFile();
        table.rows().forEach(file::take);
        return new Reading(file.entries, table.faults());
    }

    private void take(FormTable.Row row) {
        String id = row.text(ID);
        if (!id.isEmpty() && !NUMBER.matcher(id).matches()) {
            row.fault(ID, id, "编号为字母、数字和连字符，至多 20 位 / letters, digits and hyphens, 20 at most");
        }
        Integer first = id.isEmpty() ? null : lines.putIfAbsent(id, row.number());
        if (first != null) {
            row.fault(ID, id, "与第" + first + "行重复 / the same as in line " + first);
        }
        CatalogueItem.Kind kind = kind(row, row.text(KIND));
        String confidence = row.text(CONFIDENCE);
        if (!confidence.isEmpty() && !CONFIDENCES.contains(confidence)) {
            row.fault(CONFIDENCE, confidence, "应为 source-read、high、medium 或 low / one of these four");
        }
        List<String> industries = industries(row, row.optional(INDUSTRIES));
        BigDecimal cap = cap(row, row.optional(CAP));
        String category = row.text(CATEGORY);
        String item = row.text(ITEM);
        String object = row.text(OBJECT);
        String method = row.text(METHOD);
        String basis = row.text(BASIS);
        String department = row.text(DEPARTMENT);
        String source = row.text(SOURCE);
        String frequency = row.optional(FREQUENCY);
        boolean withdrawn = YES.contains(row.optional(WITHDRAWN));
        if (row.isGood() && kind != null) {
            entries.add(new Entry(
                    new CatalogueItem(
                            id,
                            category,
                            item,
                            kind,
                            object,
                            method,
                            basis,
                            department,
                            frequency.isEmpty() ? null : frequency,
                            cap,
                            industries,
                            source,
                            confidence),
                    withdrawn));
        }
    }

    private static CatalogueItem.@Nullable Kind kind(FormTable.Row row, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return CatalogueItem.Kind.of(text);
        } catch (IllegalArgumentException e) {
            row.fault(KIND, text, "应为“一般”或“重点” / general or key");
            return null;
        }
    }

    private static @Nullable BigDecimal cap(FormTable.Row row, String text) {
        if (!text.isEmpty() && !PERCENT.matcher(text).matches()) {
            row.fault(CAP, text, "应为 0 至 100 的百分数 / a percentage of 0 to 100");
            return null;
        }
        return CheckItems.cap(text);
    }

    private static List<String> industries(FormTable.Row row, String text) {
        List<String> codes = CheckItems.codes(text);
        codes.stream()
                .filter(code -> Industries.standard().of(code) == null)
                .forEach(code -> row.fault(INDUSTRIES, code, "行业代码未知 / GB/T 4754 has no such industry"));
        return codes;
    }
}
