package org.sise.supervision.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;
import org.sise.core.record.BusinessStatus;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;
import org.sise.ledger.business.BusinessFilter;

/** Which businesses of the ledger belong to the pool of a draft: those in operation, in its industries and regions. */
final class PoolFilter {

    private static final Industries INDUSTRIES = Industries.standard();
    private static final Regions REGIONS = Regions.standard();

    private PoolFilter() {}

    /** The filter of a draft whose industries and regions are known, for one colour or, with null, for all. */
    static BusinessFilter of(PlanDraft draft, @Nullable Grade grade) {
        List<String> regions = new ArrayList<>();
        draft.regions().forEach(code -> addRegion(code, regions));
        List<String> industries = new ArrayList<>();
        draft.industries().forEach(code -> addIndustry(code, industries));
        return new BusinessFilter(null, grade, regions, industries, BusinessStatus.OPERATING);
    }

    /** The prefix of a division, and those of the zones with a pseudo-code that belong to it. */
    private static void addRegion(String code, List<String> into) {
        String prefix = Regions.prefixOf(code);
        into.add(prefix);
        for (Region region : REGIONS.all()) {
            if (!region.official() && !region.code().startsWith(prefix) && REGIONS.isWithin(region.code(), code)) {
                into.add(region.prefix());
            }
        }
    }

    /** The prefixes of an industry's codes, with and without the section's letter; those of a section by its divisions. */
    private static void addIndustry(String code, List<String> into) {
        Industry industry = INDUSTRIES.of(code);
        if (industry == null) {
            throw new IllegalArgumentException("no industry " + code);
        }
        String plain = code.strip();
        String digits = Character.isLetter(plain.charAt(0)) ? plain.substring(1) : plain;
        if (!digits.isEmpty()) {
            into.add(digits);
            into.add(industry.section() + digits);
            return;
        }
        into.add(industry.code());
        for (Industry division : INDUSTRIES.all()) {
            if (division.level() == Industry.Level.DIVISION && division.section() == industry.section()) {
                into.add(division.code());
            }
        }
    }
}
