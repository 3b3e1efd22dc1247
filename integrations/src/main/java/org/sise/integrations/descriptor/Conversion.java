package org.sise.integrations.descriptor;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a cell's text becomes a field's text. */
public sealed interface Conversion {

    /** As it stands. */
    record AsIs() implements Conversion {}

    /**
     * A day in one of several forms; date cells of workbooks come as {@code yyyy-MM-dd} and are always understood.
     *
     * @param patterns the forms as written in the descriptor
     * @param formatters the same, strict: 2026-02-30 is no day
     */
    record Dates(List<String> patterns, List<DateTimeFormatter> formatters) implements Conversion {}

    /** A day in any of the forms that occur in departments' files; which they are stands in docs/feed-descriptor.md. */
    record UsualDates() implements Conversion {}

    /**
     * A day, or a word that says that there is none.
     *
     * @param words the words, or days as {@code yyyy-MM-dd}, that mean no end
     * @param dates how any other text becomes a day
     */
    record OpenEnded(Set<String> words, Conversion dates) implements Conversion {}

    /**
     * An amount in a unit of renminbi, made yuan exactly. A unit that the cell itself names comes first.
     *
     * @param word the unit
     * @param yuan how many yuan it is
     */
    record Unit(String word, BigDecimal yuan) implements Conversion {}

    /** A percentage, with or without its sign. */
    record Percent() implements Conversion {}

    /** Parts in a thousand, with or without their sign, made percent. */
    record Permille() implements Conversion {}

    /**
     * A word by a table.
     *
     * @param words from the feed's word to the field's
     * @param otherwise what any other word becomes, or null where any other word is a fault
     */
    record Table(Map<String, String> words, @Nullable String otherwise) implements Conversion {}

    /** A region by its name, or its code when the cell holds six digits. */
    record Region() implements Conversion {}

    /** Registered capital as registers word it; only renminbi with a known unit gives an amount. */
    record Capital() implements Conversion {}

    /** A document's number, put into its normal form. */
    record Document() implements Conversion {}
}
