package org.sise.integrations.row;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sise.core.csv.CsvTable;

/** The closed code lists of the Beneficial Ownership Data Standard 0.4, from {@code rules/bods-0.4.csv}. */
final class BodsLists {

    private static final Map<String, Set<String>> LISTS = read();

    private BodsLists() {}

    /** The codes of a list in their order. */
    static Set<String> of(String list) {
        Set<String> codes = LISTS.get(list);
        if (codes == null) {
            throw new IllegalArgumentException("no code list " + list);
        }
        return codes;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new LinkedHashMap<>();
        for (CsvTable.Row row :
                CsvTable.ofResource(BodsLists.class, "rules/bods-0.4.csv").rows()) {
            lists.computeIfAbsent(row.get("list"), _ -> new LinkedHashSet<>()).add(row.get("code"));
        }
        return lists;
    }
}
