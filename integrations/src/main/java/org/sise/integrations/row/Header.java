package org.sise.integrations.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.integrations.descriptor.Columns;

/**
 * The columns of a file, by the descriptor's names where it has them. Where the file has no row of names (JSON, XML) it
 * begins with all columns of the descriptor and grows as others are met: places never change, and a row may have fewer
 * cells than there are columns by now.
 */
public final class Header {

    /** More columns than any table has; above this names are data. */
    static final int MOST = 2_000;

    /** A name that rows use for themselves when they are kept; a column of this name is named by its number. */
    private static final String RESERVED = "_text";

    private final List<String> names = new ArrayList<>();
    private final List<String> view = Collections.unmodifiableList(names);
    private final Map<String, Integer> places = new HashMap<>();

    private Header(List<String> names) {
        names.forEach(this::add);
    }

    /**
     * Of the names as given. A column without a name, or with another's name, is named by its number.
     *
     * @param needed the columns that must be there, once
     * @throws FileFault when one of them is missing or there twice
     */
    public static Header of(List<String> given, Set<String> needed) throws FileFault {
        return of(given, new ColumnNames(Columns.of(needed), Map.of()));
    }

    static Header of(List<String> given, ColumnNames known) throws FileFault {
        List<String> cells = new ArrayList<>();
        given.forEach(cell -> cells.add(cell.replace("\uFEFF", "").strip()));
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        Map<String, Integer> ranks = new HashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            ColumnNames.Match match = known.match(cells.get(i));
            if (match == null) {
                continue;
            }
            int best = ranks.getOrDefault(match.column(), Integer.MAX_VALUE);
            if (match.rank() < best) {
                ranks.put(match.column(), match.rank());
                found.put(match.column(), i);
                twice.remove(match.column());
            } else if (match.rank() == best) {
                twice.add(match.column());
            }
        }
        for (String column : twice) {
            throw new FileFault(
                    Reason.DUPLICATE_COLUMN,
                    "列 %s 出现两次".formatted(column),
                    "column %s is there twice".formatted(column));
        }
        whole(found.keySet(), known.columns(), cells);
        found.forEach((column, place) -> cells.set(place, column));
        Set<String> seen = new HashSet<>(found.keySet());
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i);
            boolean named = Integer.valueOf(i).equals(found.get(name));
            if (!named && (name.isEmpty() || name.equals(RESERVED) || !seen.add(name))) {
                cells.set(i, "%s#%d".formatted(name, i + 1));
            }
        }
        return new Header(cells);
    }

    /** Of a file that has no row of names: all columns that the descriptor speaks of, and room for others. */
    static Header growing(Columns columns) {
        return new Header(List.copyOf(columns.all()));
    }

    /** The names in their order. */
    public List<String> names() {
        return view;
    }

    /** A column's place from 0, or -1 when it is not there. */
    public int place(String column) {
        return places.getOrDefault(column, -1);
    }

    /**
     * The place of a column that is added when it is not there.
     *
     * @throws FileFault when there are too many
     */
    int grow(String name) throws FileFault {
        if (name.equals(RESERVED)) {
            return grow(RESERVED + "#");
        }
        Integer place = places.get(name);
        if (place != null) {
            return place;
        }
        if (names.size() >= MOST) {
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "列超过%d个, 列名可能是数据本身: %s".formatted(MOST, name),
                    "more than %d columns: names seem to be data, such as %s".formatted(MOST, name));
        }
        return add(name);
    }

    /**
     * Where this header's cells stand in another that has the same columns.
     *
     * @param part this header's part of the archive, for the message
     * @throws FileFault when the columns are not the same
     */
    int[] placesIn(Header other, String part) throws FileFault {
        int[] to = new int[names.size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = other.place(names.get(i));
            if (to[i] < 0 || names.size() != other.names.size()) {
                throw new FileFault(
                        Reason.MISSING_COLUMN,
                        "压缩包内 %s 的列与前面的文件不同: %s".formatted(part, String.join(", ", names)),
                        "in the archive %s has other columns than the files before it; send them apart"
                                .formatted(part));
            }
        }
        return to;
    }

    private int add(String name) {
        int place = names.size();
        names.add(name);
        places.put(name, place);
        return place;
    }

    private static void whole(Set<String> found, Columns columns, List<String> cells) throws FileFault {
        List<String> missing = new ArrayList<>();
        for (String column : columns.needed()) {
            if (!found.contains(column)) {
                missing.add(column);
            }
        }
        for (Set<String> group : columns.alternatives()) {
            if (Collections.disjoint(group, found)) {
                missing.add(String.join(" | ", group));
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing, cells);
        }
    }

    static FileFault missing(List<String> missing, List<String> found) {
        String lacking = String.join(", ", missing);
        String there = String.join(", ", found);
        return new FileFault(
                Reason.MISSING_COLUMN,
                "%s; 文件中的列: %s".formatted(lacking, there),
                "column %s is missing; columns found: %s; add it to the file, or mend the feed's mapping"
                        .formatted(lacking, there));
    }
}
