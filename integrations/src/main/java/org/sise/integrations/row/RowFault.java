package org.sise.integrations.row;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param reason a word that rows can be filtered by: of {@link Reason} or {@link org.sise.core.record.FaultKind}
 * @param field the record's field, or null when it is not about one
 * @param column the file's column, or null when it is not about one
 * @param message what is wrong and what is needed instead, in Chinese and English
 */
public record RowFault(
        String reason, @Nullable String field, @Nullable String column, String message) {

    /** About a row as a whole. */
    public static RowFault of(Reason reason, String zh, String en) {
        return new RowFault(reason.token(), null, null, message(reason, zh, en));
    }

    static String message(Reason reason, String zh, String en) {
        return reason.zh() + ": " + zh + " / " + reason.en() + ": " + en;
    }
}
