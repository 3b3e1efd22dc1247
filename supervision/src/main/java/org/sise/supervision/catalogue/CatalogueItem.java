package org.sise.supervision.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check item (抽查事项) of the catalogue. A plan and its draw know it by its id alone.
 *
 * @param id its number in this catalogue, such as CI039
 * @param category the group of items (抽查类别)
 * @param item what is checked
 * @param kind general or key
 * @param subjects who can be checked for it, in words
 * @param method how, in words
 * @param legalBasis law and article
 * @param department the department or section in charge
 * @param frequencyNote what is published about its frequency, or null
 * @param ratioCap the largest share of a pool that may be checked for it, 0 to 1, or null where none is published
 * @param industries codes of GB/T 4754 that it is for; none for all
 * @param source where this row was found
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation by the
 *     authority
 */
public record CatalogueItem(
        String id,
        String category,
        String item,
        Kind kind,
        String subjects,
        String method,
        String legalBasis,
        String department,
        @Nullable String frequencyNote,
        @Nullable BigDecimal ratioCap,
        List<String> industries,
        String source,
        String confidence) {

    /** Copies its list. */
    public CatalogueItem {
        industries = List.copyOf(industries);
    }

    /** Whether the ratio of an item's checks is capped. */
    public enum Kind {
        /** 一般检查事项: the ratio is capped. */
        GENERAL("一般", "general"),
        /** 重点检查事项: no cap. */
        KEY("重点", "key");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The kind in Chinese. */
        public String zh() {
            return zh;
        }

        /** The kind in English. */
        public String en() {
            return en;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.zh.equals(word) || kind.en.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of check items is called " + word);
        }
    }
}
