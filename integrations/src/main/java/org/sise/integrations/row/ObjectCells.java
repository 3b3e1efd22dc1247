package org.sise.integrations.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row that comes as names and texts. Texts of a list stand in one cell with semicolons between them. A
 * name that comes twice makes the row faulty, since nobody knows which text is meant.
 */
final class ObjectCells {

    private static final String BETWEEN = ";";

    private final Header header;
    private final ColumnNames names;
    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet met = new BitSet();
    private final List<String> doubles = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private @Nullable RowFault fault;
    private int length;

    ObjectCells(Header header, ColumnNames names) {
        this.header = header;
        this.names = names;
    }

    Header header() {
        return header;
    }

    /**
     * Takes a text.
     *
     * @param listed whether it is one of a list, so that the name may come again
     * @throws FileFault when the file has too many columns
     */
    void put(String name, String text, boolean listed) throws FileFault {
        String cell = text.strip();
        if (length + cell.length() > Lines.LONGEST) {
            cell = cell.substring(0, Lines.LONGEST - length);
            fault = RowFault.of(
                    Reason.TOO_LONG,
                    "超过%d字符, 仅保留开头".formatted(Lines.LONGEST),
                    "longer than 1 MiB, only its beginning is kept");
        }
        length += cell.length();
        int place = place(name, listed);
        if (!met.get(place)) {
            met.set(place);
            cells.set(place, cell);
        } else if (listed) {
            String before = cells.get(place);
            cells.set(place, before.isEmpty() || cell.isEmpty() ? before + cell : before + BETWEEN + cell);
        } else {
            doubles.add(name + ": " + cell);
            fault = RowFault.of(
                    Reason.DUPLICATE_COLUMN, "%s 出现两次".formatted(name), "%s is there twice".formatted(name));
        }
        if (fault == null && !cell.isEmpty()) {
            fault = TextFaults.of(cell);
        }
    }

    /** The row of what was taken; the next begins. */
    Row row(Numbering numbering, int line) {
        while (cells.size() < header.names().size()) {
            cells.add("");
        }
        boolean whole = fault == null || fault.reason().equals(Reason.UNDECODABLE.token());
        Row row = whole ? numbering.row(line, cells, null, fault) : numbering.row(line, List.of(), text(), fault);
        clear();
        return row;
    }

    /** Forgets what was taken. */
    void clear() {
        cells = new ArrayList<>(header.names().size());
        met.clear();
        doubles.clear();
        fault = null;
        length = 0;
    }

    private String text() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                texts.add(header.names().get(i) + ": " + cells.get(i));
            }
        }
        texts.addAll(doubles);
        return String.join("\n", texts);
    }

    /** The place of a name; another name of a column that the row has already is a column of its own. */
    private int place(String name, boolean listed) throws FileFault {
        Integer known = places.get(name);
        int place = known != null ? known : placeOf(name);
        if (known == null) {
            places.put(name, place);
        }
        if (met.get(place) && !listed && !header.names().get(place).equals(name)) {
            place = header.grow(name);
        }
        while (cells.size() <= place) {
            cells.add("");
        }
        return place;
    }

    private int placeOf(String name) throws FileFault {
        if (MarkingReader.isMarked(name)) {
            throw new FileFault(
                    Reason.WRONG_CHARSET, "列名含非法字节, 请确认文件的编码", "a column's name has bytes that are no characters");
        }
        ColumnNames.Match match = names.match(name);
        return match == null ? header.grow(name) : header.place(match.column());
    }
}
