package org.sise.core.record;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a row.
 *
 * @param field the record's field
 * @param kind what is wrong
 * @param value the text as given, or null when there was none
 * @param detail what is needed instead, in Chinese and English
 */
public record FieldFault(
        String field, FaultKind kind, @Nullable String value, String detail) {

    /** The fault in one line, Chinese first. */
    public String message() {
        String given = value == null ? "" : " “" + value + "”";
        return field + given + ": " + kind.zh() + " / " + kind.en() + (detail.isEmpty() ? "" : " — " + detail);
    }
}
