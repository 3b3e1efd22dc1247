package org.sise.integrations.row;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Columns;

/**
 * The names that files give to a feed's columns: as in the descriptor, the same but for spaces, letter case and the width
 * of brackets, or one of the column's aliases.
 */
final class ColumnNames {

    private final Columns columns;
    private final Map<String, Match> exact = new HashMap<>();
    private final Map<String, Match> alike = new HashMap<>();

    /**
     * A name that a column goes by.
     *
     * @param column the column's name in the descriptor
     * @param rank how near the name is to it; 0 is the column's own
     */
    record Match(String column, int rank) {}

    ColumnNames(Columns columns, Map<String, List<String>> aliases) {
        this.columns = columns;
        for (String column : columns.all()) {
            exact.put(column, new Match(column, 0));
            alike.putIfAbsent(folded(column), new Match(column, 1));
        }
        aliases.forEach((column, others) -> {
            for (int i = 0; i < others.size(); i++) {
                alike.putIfAbsent(folded(others.get(i)), new Match(column, i + 2));
            }
        });
    }

    Columns columns() {
        return columns;
    }

    /** The column of a name, or null when it is none of the feed's. */
    @Nullable
    Match match(String name) {
        Match match = exact.get(name);
        return match != null ? match : alike.get(folded(name));
    }

    /** A name without what people do not see: spaces, marks of width and direction, letter case, full width. */
    private static String folded(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                folded.append(c);
            }
        }
        return folded.toString().toUpperCase(Locale.ROOT);
    }
}
