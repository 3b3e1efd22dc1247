package org.sise.core.region;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code six digits, of GB/T 2260 where official
 * @param zh its name in Chinese
 * @param en its name in English
 * @param level what kind of division it is
 * @param parent the code of the division that it belongs to, or null at the top
 * @param official whether GB/T 2260 has the code; a zone without one bears a pseudo-code
 */
public record Region(
        String code,
        String zh,
        String en,
        Level level,
        @Nullable String parent,
        boolean official) {

    /** The kinds of divisions, from the largest down. */
    public enum Level {
        /** 省. */
        PROVINCE,
        /** 地级市. */
        PREFECTURE,
        /** A zone with an administration of its own, outside GB/T 2260. */
        ZONE,
        /** 市辖区. */
        DISTRICT,
        /** 县级市. */
        COUNTY_LEVEL_CITY,
        /** 县. */
        COUNTY,
        /** 自治县. */
        AUTONOMOUS_COUNTY
    }

    /** The digits with which the codes of the division and of all below it begin: the code without trailing pairs of 0. */
    public String prefix() {
        return Regions.prefixOf(code);
    }

    /** The name without the word for its level: 大连 for 大连市. */
    String shortName() {
        for (String suffix : new String[] {"满族自治县", "蒙古族自治县", "自治县", "新区", "省", "市", "区", "县"}) {
            if (zh.endsWith(suffix) && zh.length() >= suffix.length() + 2) {
                return zh.substring(0, zh.length() - suffix.length());
            }
        }
        return zh;
    }
}
