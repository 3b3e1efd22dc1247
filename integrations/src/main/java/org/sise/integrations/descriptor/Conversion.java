package org.sise.integrations.descriptor;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
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

    /** An amount in 万元 (ten thousand yuan), made yuan exactly. */
    record Wan() implements Conversion {}

    /** A percentage, with or without its sign. */
    record Percent() implements Conversion {}

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
