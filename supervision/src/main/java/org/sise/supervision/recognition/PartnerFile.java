package org.sise.supervision.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.region.Regions;
import org.sise.supervision.form.Column;
import org.sise.supervision.form.FormFault;
import org.sise.supervision.form.FormTable;

/** Reads the table of other cities that was filled in, a line for each of their levels. */
public final class PartnerFile {

    private static final Column CITY = new Column("city", "城市区划");
    private static final Column NAME = new Column("name", "机关名称");
    private static final Column KEY = new Column("public_key", "公钥");
    private static final Column LEVEL = new Column("level", "对方等级");
    private static final Column COLOUR = new Column("colour", "本市颜色");
    private static final Column SOURCE = new Column("source", "依据");
    private static final Column CONFIDENCE = new Column("confidence", "可信度");

    /** The columns, in the order of the template. */
    public static final List<Column> COLUMNS = List.of(CITY, NAME, KEY, LEVEL, COLOUR, SOURCE, CONFIDENCE);

    private static final Set<String> CONFIDENCES = Set.of("source-read", "high", "medium", "low");
    private static final List<String> ZH = List.of("蓝", "黄", "橙", "红");

    private final List<Partner> partners = new ArrayList<>();
    private final Set<String> levels = new HashSet<>();

    /** The good lines, and what is wrong with the others. */
    record Reading(List<Partner> partners, List<FormFault> faults) {}

    private PartnerFile() {}

    static Reading read(byte[] bytes) {
        FormTable table = FormTable.read(bytes, COLUMNS, List.of());
        PartnerFile file = new PartnerFile();
        table.rows().forEach(file::take);
        return new Reading(file.partners, table.faults());
    }

    private void take(FormTable.Row row) {
        String city = row.text(CITY);
        if (!city.isEmpty() && Regions.standard().byCode(city) == null && !city.matches("[1-9][0-9]{5}")) {
            row.fault(CITY, city, "应为六位区划代码 / a region code of six digits");
        }
        String key = row.text(KEY);
        if (!key.isEmpty() && !Jws.isKey(key)) {
            row.fault(KEY, key, "应为 Ed25519 公钥（RFC 8037 的 x） / an Ed25519 key, the member x of RFC 8037");
        }
        String level = row.text(LEVEL);
        if (!level.isEmpty() && !levels.add(city + "\n" + level)) {
            row.fault(LEVEL, level, "该市的等级重复 / this level of the city stands twice");
        }
        Grade colour = colour(row, row.text(COLOUR));
        String confidence = row.text(CONFIDENCE);
        if (!confidence.isEmpty() && !CONFIDENCES.contains(confidence)) {
            row.fault(CONFIDENCE, confidence, "应为 source-read、high、medium 或 low / one of these four");
        }
        String name = row.text(NAME);
        String source = row.text(SOURCE);
        if (row.isGood() && colour != null) {
            partners.add(new Partner(city, name, key, level, colour, source, confidence));
        }
    }

    private static @Nullable Grade colour(FormTable.Row row, String text) {
        int zh = ZH.indexOf(text);
        if (zh >= 0) {
            return Grade.values()[zh];
        }
        try {
            return text.isEmpty() ? null : Grade.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            row.fault(COLOUR, text, "应为蓝、黄、橙或红 / blue, yellow, orange or red");
            return null;
        }
    }
}
