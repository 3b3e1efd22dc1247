package org.sise.core.industry;

/**
 * An industry of GB/T 4754-2017: a section (门类) or a division (大类).
 *
 * @param code a letter for a section, two digits for a division
 * @param level which of the two it is
 * @param section the letter of its section
 * @param zh its name in Chinese
 * @param en its name in English
 */
public record Industry(String code, Level level, char section, String zh, String en) {

    /** The two upper levels of the classification. */
    public enum Level {
        /** 门类, a letter. */
        SECTION,
        /** 大类, two digits. */
        DIVISION
    }
}
