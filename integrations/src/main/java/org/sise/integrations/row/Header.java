package org.sise.integrations.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a file. */
public final class Header {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    private Header(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    /**
     * Of the names as given. A column without a name, or with another's name, is named by its number.
     *
     * @param needed the columns that must be there, once
     * @throws FileFault when one of them is missing or there twice
     */
    public static Header of(List<String> given, Set<String> needed) throws FileFault {
        List<String> cells = new ArrayList<>(given);
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        Set<String> missing = new LinkedHashSet<>(needed);
        cells.forEach(missing::remove);
        if (!missing.isEmpty()) {
            String lacking = String.join(", ", missing);
            String found = String.join(", ", cells);
            throw new FileFault(
                    Reason.MISSING_COLUMN,
                    "%s; 文件中的列: %s".formatted(lacking, found),
                    "column %s is missing; columns found: %s; add it to the file, or mend the feed's mapping"
                            .formatted(lacking, found));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i);
            if (name.isEmpty() || !seen.add(name)) {
                if (needed.contains(name)) {
                    throw new FileFault(
                            Reason.DUPLICATE_COLUMN,
                            "列 %s 出现两次".formatted(name),
                            "column %s is there twice".formatted(name));
                }
                cells.set(i, "%s#%d".formatted(name, i + 1));
            }
        }
        return new Header(cells);
    }

    /** The names in their order. */
    public List<String> names() {
        return names;
    }

    /** A column's place from 0, or -1 when it is not there. */
    public int place(String column) {
        return places.getOrDefault(column, -1);
    }
}
