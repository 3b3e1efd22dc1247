package org.sise.core.industry;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/**
 * The sections and divisions of GB/T 4754-2017. A code may be a section (H), a division (62), a group (621) or a class
 * (6210), and the letter may stand before the digits (H6210). Immutable.
 */
public final class Industries {

    private static final Industries STANDARD = read(CsvTable.ofResource(Industries.class, "rules/industries.csv"));

    private final Map<String, Industry> byCode;

    private Industries(Map<String, Industry> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** The standard's own: the table {@code rules/industries.csv}. */
    public static Industries standard() {
        return STANDARD;
    }

    /** All sections, then all divisions, in the order of their codes. */
    public Collection<Industry> all() {
        return byCode.values();
    }

    /**
     * The finest industry of the table that a code belongs to: the division of a division, group or class code, the
     * section of a letter; null when there is none or when letter and digits contradict each other.
     */
    public @Nullable Industry of(String code) {
        String plain = code.strip().toUpperCase(Locale.ROOT);
        String digits = digits(plain);
        boolean lettered = digits.length() < plain.length();
        if (lettered && digits.isEmpty()) {
            return byCode.get(plain);
        }
        if (digits.length() < 2 || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        Industry division = byCode.get(digits.substring(0, 2));
        return division != null && lettered && division.section() != plain.charAt(0) ? null : division;
    }

    /** The section that a code belongs to, or null when it belongs to none. */
    public @Nullable Industry sectionOf(String code) {
        Industry industry = of(code);
        return industry == null ? null : byCode.get(String.valueOf(industry.section()));
    }

    /**
     * Whether an industry belongs to another one or is it.
     *
     * @param code a code
     * @param within the letter of a section, or the digits with which codes begin, with or without the letter
     */
    public boolean isWithin(String code, String within) {
        Industry industry = of(code);
        if (industry == null) {
            return false;
        }
        if (within.length() == 1 && Character.isLetter(within.charAt(0))) {
            return industry.section() == within.charAt(0);
        }
        return digits(code).startsWith(digits(within));
    }

    private static String digits(String code) {
        String plain = code.strip();
        return !plain.isEmpty() && Character.isLetter(plain.charAt(0)) ? plain.substring(1) : plain;
    }

    private static Industries read(CsvTable table) {
        Map<String, Industry> industries = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            Industry industry = new Industry(
                    row.get("code"),
                    Industry.Level.valueOf(row.get("level").toUpperCase(Locale.ROOT)),
                    row.get("section").charAt(0),
                    row.get("name_zh"),
                    row.get("name_en"));
            industries.put(industry.code(), industry);
        }
        return new Industries(industries);
    }
}
