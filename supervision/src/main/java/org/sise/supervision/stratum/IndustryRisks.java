package org.sise.supervision.stratum;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;

/**
 * The risk of each industry of GB/T 4754: a row holds for its code and all below it, the longest code decides. Each row has
 * its reason, source and confidence. Immutable.
 */
public final class IndustryRisks {

    private static final IndustryRisks STANDARD =
            new IndustryRisks(CsvTable.ofResource(IndustryRisks.class, "rules/industry_risks.csv"));

    private final Map<String, Risk> byCode = new HashMap<>();
    private final Industries industries = Industries.standard();

    private IndustryRisks(CsvTable table) {
        for (CsvTable.Row row : table.rows()) {
            String code = row.get("industry");
            if (industries.of(code) == null) {
                throw new IllegalArgumentException("GB/T 4754 has no industry " + code);
            }
            if (byCode.put(code, Risk.valueOf(row.get("risk"))) != null) {
                throw new IllegalArgumentException("industry " + code + " stands twice");
            }
        }
    }

    /** The risks that ship with the product: the table {@code rules/industry_risks.csv}. */
    public static IndustryRisks standard() {
        return STANDARD;
    }

    /**
     * The risk of an industry; a medium one where no row names it or what is above it.
     *
     * @param code with or without its section's letter; null where it is not known
     */
    public Risk of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Risk.MEDIUM;
        }
        String digits = Character.isLetter(code.charAt(0)) ? code.substring(1) : code;
        for (int length = digits.length(); length > 0; length--) {
            Risk risk = byCode.get(digits.substring(0, length));
            if (risk != null) {
                return risk;
            }
        }
        Industry section = industries.sectionOf(code);
        return section == null ? Risk.MEDIUM : byCode.getOrDefault(section.code(), Risk.MEDIUM);
    }
}
