package org.sise.scoring.table;

import java.util.List;

/**
 * What came of reading tables of records and parties.
 *
 * @param table every row that is in order, also where others are not
 * @param faults why rows (or, without a line, whole files) were refused; the first of them, in the order of the files
 * @param refused how many rows were refused; where a file as a whole was, there are faults without a refused row
 * @param warnings what was passed over without refusing a row
 */
public record TableReading(PartyTable table, List<TableFault> faults, long refused, List<TableFault> warnings) {
    public TableReading {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** Whether every row was taken. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Whether a file as a whole cannot be read, so that no row of it was taken. */
    public boolean isUnusable() {
        return faults.stream().anyMatch(fault -> fault.line() <= 1 && isOfHeader(fault.code()));
    }

    private static boolean isOfHeader(TableFault.Code code) {
        return switch (code) {
            case EMPTY_FILE, MISSING_COLUMN, DUPLICATE_COLUMN -> true;
            case OPEN_QUOTE, STRAY_QUOTE, TOO_LONG, FIELD_COUNT, NOT_UTF8, MISSING_VALUE, UNKNOWN_KIND, UNKNOWN_STATE ->
                false;
            case NO_DATE, NO_NUMBER, UNKNOWN_VALUE, UNKNOWN_GRADE, DUPLICATE_PARTY -> false;
            case NO_ROW, NEITHER_TRUE_NOR_FALSE, UNKNOWN_PARTY, NO_PARTY_KNOWN, PARTY_WITHOUT_RECORD, UNUSED_COLUMN ->
                false;
            case UNKNOWN_COLUMN, UNKNOWN_PARTY_COLUMN, FIELD_OF_ANOTHER_KIND, UNLISTED_PARTY -> false;
        };
    }
}
