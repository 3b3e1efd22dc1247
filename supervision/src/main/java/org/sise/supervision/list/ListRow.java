package org.sise.supervision.list;

import java.util.List;
import org.sise.supervision.stratum.Selection;

/**
 * A row of an inspection list: one business to be visited. What the ledger did not know when the plan was drawn is an
 * empty text.
 *
 * @param number its place in the list, from 1
 * @param code the credit code
 * @param name the business's name
 * @param grade its colour in Chinese, as frozen in the plan; empty for a pure random check, which looks at no colour
 * @param industry GB/T 4754 code and name
 * @param region the division's name
 * @param address the registered address
 * @param inspectors name and certificate of each inspector; nobody if fewer than two could be given
 * @param items what is checked, each with its legal basis
 * @param selection how the business came into the list
 */
public record ListRow(
        int number,
        String code,
        String name,
        String grade,
        String industry,
        String region,
        String address,
        List<String> inspectors,
        List<String> items,
        Selection selection) {

    /** Copies its lists. */
    public ListRow {
        inspectors = List.copyOf(inspectors);
        items = List.copyOf(items);
    }
}
