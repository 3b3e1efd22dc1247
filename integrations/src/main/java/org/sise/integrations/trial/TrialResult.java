package org.sise.integrations.trial;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.row.RowFault;

/**
 * What became of a file that was tried.
 *
 * @param feed the feed
 * @param columns the file's columns
 * @param rows how many rows were read
 * @param accepted how many of them give records
 * @param records how many records they give, by kind
 * @param refused how many rows are refused, by the reason of their first fault
 * @param firstAccepted the first rows that give records
 * @param firstRefused the first rows that are refused
 * @param fileFault why the file, or the rest of it, cannot be used, or null
 */
public record TrialResult(
        String feed,
        List<String> columns,
        long rows,
        long accepted,
        Map<String, Long> records,
        Map<String, Long> refused,
        List<AcceptedRow> firstAccepted,
        List<RefusedRow> firstRefused,
        @Nullable String fileFault) {

    /**
     * A row and its records.
     *
     * @param line its line or row number
     * @param records its records, each with {@code kind}, {@code key} and its fields
     */
    public record AcceptedRow(int line, List<Map<String, String>> records) {}

    /**
     * A row and its faults.
     *
     * @param line its line or row number
     * @param faults its faults
     * @param original the row, JSON, personal numbers replaced
     */
    public record RefusedRow(int line, List<RowFault> faults, String original) {}
}
