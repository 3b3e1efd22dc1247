package org.sise.scoring.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** How scores become a grade, before floors and vetoes. */
public sealed interface Decision {
    /** By bands of the party's score, the weighted sum of its dimensions; each band is named after its grade. */
    record ByScore(Bands bands) implements Decision {}

    /**
     * By the levels of two dimensions.
     *
     * @param rows the id of the dimension whose levels choose the row
     * @param columns the id of the dimension whose levels choose the column
     * @param grades by row and column, in the order of the levels
     */
    record ByMatrix(String rows, String columns, List<List<String>> grades) implements Decision {
        public ByMatrix {
            grades = grades.stream().map(List::copyOf).toList();
        }
    }

    /**
     * By the first row whose tests all pass.
     *
     * @param rows the last without tests
     */
    record ByTable(List<Row> rows) implements Decision {
        /**
         * A row.
         *
         * @param when tests by the id of an indicator, a figure or a dimension
         */
        public record Row(SequencedMap<String, NumberTest> when, String grade) {
            public Row {
                when = new LinkedHashMap<>(when);
            }
        }

        public ByTable {
            rows = List.copyOf(rows);
            if (rows.isEmpty() || !rows.getLast().when().isEmpty()) {
                throw new IllegalArgumentException("the last row of a table has no tests");
            }
        }
    }
}
