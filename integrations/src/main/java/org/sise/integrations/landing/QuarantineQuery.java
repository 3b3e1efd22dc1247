package org.sise.integrations.landing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined rows are meant; what is null does not restrict.
 *
 * @param feed the feed
 * @param reason the reason
 * @param field the record's field at fault; {@link #NONE}: rows at fault as a whole
 * @param column the file's column at fault; {@link #NONE}: rows at fault as a whole
 * @param state where the row stands
 * @param delivery the delivery's number
 * @param file a part of the file's name
 * @param before the day, in Shanghai, before which the row came
 * @param text a text that stands in one of the cells as received
 */
public record QuarantineQuery(
        @Nullable String feed,
        @Nullable String reason,
        @Nullable String field,
        @Nullable String column,
        QuarantinedRow.@Nullable State state,
        @Nullable Long delivery,
        @Nullable String file,
        @Nullable LocalDate before,
        @Nullable String text) {

    /** What a field or column is named where there is none. */
    public static final String NONE = "-";

    /** Every row. */
    public static final QuarantineQuery ALL = new QuarantineQuery(null, null, null, null, null, null, null, null, null);

    /** Rows of one feed, reason and state. */
    public static QuarantineQuery of(
            @Nullable String feed, @Nullable String reason, QuarantinedRow.@Nullable State state) {
        return new QuarantineQuery(feed, reason, null, null, state, null, null, null, null);
    }

    /** This in words, as a job keeps it; what does not restrict is left out. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "feed", feed);
        put(words, "reason", reason);
        put(words, "field", field);
        put(words, "column", column);
        put(words, "state", state == null ? null : state.token());
        put(words, "delivery", delivery);
        put(words, "file", file);
        put(words, "before", before);
        put(words, "text", text);
        return words;
    }

    /**
     * The query of these words.
     *
     * @throws IllegalArgumentException when a state, a number or a day is none
     */
    static QuarantineQuery read(Map<String, String> words) {
        String state = words.get("state");
        String delivery = words.get("delivery");
        String before = words.get("before");
        try {
            return new QuarantineQuery(
                    words.get("feed"),
                    words.get("reason"),
                    words.get("field"),
                    words.get("column"),
                    state == null ? null : QuarantinedRow.State.valueOf(state.toUpperCase(Locale.ROOT)),
                    delivery == null ? null : Long.valueOf(delivery),
                    words.get("file"),
                    before == null ? null : LocalDate.parse(before),
                    words.get("text"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("before: " + before, e);
        }
    }

    /** Whether the tally of rows can tell how many there are. */
    boolean isTallied() {
        return delivery == null && file == null && text == null;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
