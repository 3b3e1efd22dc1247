package org.sise.scoring.policy;

import java.util.List;

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
}
