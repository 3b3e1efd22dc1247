package org.sise.integrations.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.integrations.descriptor.Condition;
import org.sise.integrations.row.Header;
import org.sise.ledger.JsonTexts;

/** The cells of a row by column; absent ones and words that mean missing are empty texts. */
abstract sealed class Cells {

    private final Set<String> missing;

    private Cells(Set<String> missing) {
        this.missing = missing;
    }

    /** Of a row from column to text. */
    static Cells of(Map<String, String> row, Set<String> missing) {
        return new Named(row, missing);
    }

    /** Of a row in the order of a file's columns. */
    static Cells of(Header header, List<String> row, Set<String> missing) {
        return new Placed(header, row, missing);
    }

    /** The row from column to text, empty cells left out. */
    abstract Map<String, String> row();

    /** The same as JSON. */
    abstract String json();

    abstract String text(String column);

    /** The cell of a column. */
    String get(String column) {
        String cell = text(column).strip();
        return missing.contains(cell) ? "" : cell;
    }

    boolean meets(Condition condition) {
        return condition.holds(get(condition.column()));
    }

    boolean meets(List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!meets(conditions.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static final class Named extends Cells {
        private final Map<String, String> row;

        Named(Map<String, String> row, Set<String> missing) {
            super(missing);
            this.row = row;
        }

        @Override
        Map<String, String> row() {
            return row;
        }

        @Override
        String json() {
            return Originals.write(row);
        }

        @Override
        String text(String column) {
            return row.getOrDefault(column, "");
        }
    }

    private static final class Placed extends Cells {
        private final Header header;
        private final List<String> row;

        Placed(Header header, List<String> row, Set<String> missing) {
            super(missing);
            this.header = header;
            this.row = row;
        }

        @Override
        Map<String, String> row() {
            return Originals.of(header, row);
        }

        @Override
        String json() {
            List<String> names = header.names();
            JsonTexts json = new JsonTexts().begin();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                if (!cell.isEmpty()) {
                    json.add(names.get(i), cell);
                }
            }
            return json.end();
        }

        @Override
        String text(String column) {
            int place = header.place(column);
            return place >= 0 && place < row.size() ? row.get(place) : "";
        }
    }
}
