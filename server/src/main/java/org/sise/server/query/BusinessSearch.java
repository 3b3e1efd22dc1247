package org.sise.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;
import org.sise.core.record.BusinessStatus;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search among the businesses.
 *
 * @param q a part of the name or of the credit code, or null
 * @param colour the present colour, or null
 * @param district GB/T 2260 code of two, four or six digits, or null
 * @param industry GB/T 4754 section letter or two to four digits, or null
 * @param status the state in the register, or null
 * @param sort the order
 */
public record BusinessSearch(
        @Nullable String q,
        @Nullable Grade colour,
        @Nullable String district,
        @Nullable String industry,
        @Nullable BusinessStatus status,
        BusinessOrder sort) {

    private static final Pattern DISTRICT = Pattern.compile("\\d{2}|\\d{4}|\\d{6}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]|[A-T]?\\d{2,4}");
    private static final int LONGEST = 100;

    /**
     * Reads the parameters of the same names.
     *
     * @param colours whether colours may be asked for; without, the order is by name unless another is given
     * @throws BadParameterException when one cannot be taken
     */
    public static BusinessSearch of(
            @Nullable String q,
            @Nullable String colour,
            @Nullable String district,
            @Nullable String industry,
            @Nullable String status,
            @Nullable String sort,
            boolean colours) {
        if (q != null && q.length() > LONGEST) {
            throw new BadParameterException("q", "最多%d个字 / at most %d characters".formatted(LONGEST, LONGEST));
        }
        Grade grade = Choice.of(Grade.class, "colour", colour);
        BusinessOrder order = Choice.of(BusinessOrder.class, "sort", sort);
        if (!colours && (grade != null || order == BusinessOrder.WORST)) {
            throw new BadParameterException(
                    grade != null ? "colour" : "sort", "该账号不能查看颜色 / this account may not see colours");
        }
        return new BusinessSearch(
                Filled.orNull(q),
                grade,
                matching(DISTRICT, "district", district, "应为2、4或6位行政区划代码 / must be a region code of 2, 4 or 6 digits"),
                matching(
                        INDUSTRY,
                        "industry",
                        industry,
                        "应为门类字母A至T或2至4位行业代码 / must be a section letter A to T or an industry code of 2 to 4 digits"),
                Choice.of(BusinessStatus.class, "status", status),
                order != null ? order : colours ? BusinessOrder.WORST : BusinessOrder.NAME);
    }

    /** What the ledger is asked for. */
    public BusinessFilter filter() {
        return new BusinessFilter(
                q,
                colour,
                district == null ? List.of() : regionPrefixes(district),
                industry == null ? List.of() : industryPrefixes(industry),
                status);
    }

    /** The search as a query string, without a cursor. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        add(query, "q", q);
        add(query, "colour", colour == null ? null : Choice.word(colour));
        add(query, "district", district);
        add(query, "industry", industry);
        add(query, "status", status == null ? null : Choice.word(status));
        add(query, "sort", Choice.word(sort));
        String text = query.encode().build().getQuery();
        return text == null ? "" : text;
    }

    /** Whether anything is restricted. */
    public boolean isNarrowed() {
        return q != null || colour != null || district != null || industry != null || status != null;
    }

    /** The prefixes of the codes of a region and of what is counted with it. */
    public static List<String> regionPrefixes(String code) {
        String prefix = Regions.prefixOf(code);
        List<String> prefixes = new ArrayList<>(List.of(prefix));
        for (Region region : Regions.standard().all()) {
            if (!region.code().startsWith(prefix) && Regions.standard().isWithin(region.code(), prefix)) {
                prefixes.add(region.prefix());
            }
        }
        return prefixes;
    }

    /** The prefixes under which codes of an industry are written, with and without the section's letter. */
    public static List<String> industryPrefixes(String code) {
        if (code.length() > 1) {
            Industry section = Industries.standard().sectionOf(code);
            String digits = Character.isLetter(code.charAt(0)) ? code.substring(1) : code;
            return section == null ? List.of(digits) : List.of(digits, section.code() + digits);
        }
        List<String> prefixes = new ArrayList<>(List.of(code));
        for (Industry industry : Industries.standard().all()) {
            if (industry.level() == Industry.Level.DIVISION && industry.section() == code.charAt(0)) {
                prefixes.add(industry.code());
            }
        }
        return prefixes;
    }

    private static @Nullable String matching(Pattern form, String field, @Nullable String text, String remedy) {
        String value = Filled.orNull(text);
        if (value == null) {
            return null;
        }
        String upper = value.toUpperCase(Locale.ROOT);
        if (!form.matcher(upper).matches()) {
            throw new BadParameterException(field, remedy);
        }
        return upper;
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }
}
