package org.sise.integrations.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file after the row of column names.
 *
 * @param index its number among the rows, from 0; the same each time the file is read
 * @param line its line in a text file, or its row number in a workbook or a JSON array, from 1
 * @param cells its cells in the order of the columns, each stripped, an empty one an empty text; none when it could not
 *     be told into cells; fewer than the columns where the file has no row of names, the missing ones empty
 * @param text the row as it stands, when it could not be told into cells; else null
 * @param fault what is wrong with the row as a row, or null
 */
public record Row(
        long index,
        int line,
        List<String> cells,
        @Nullable String text,
        @Nullable RowFault fault) {}
