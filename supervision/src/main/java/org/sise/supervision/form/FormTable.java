package org.sise.supervision.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A table as it was filled in: XLSX, or CSV in UTF-8 or, as Chinese spreadsheets save it, GB18030. The first line names the
 * columns in any order; blank lines are passed over. What is wrong is told line by line, and the other lines are read.
 */
public final class FormTable {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<Row> rows = new ArrayList<>();
    private final List<FormFault> faults = new ArrayList<>();
    private final Map<Column, Integer> positions = new HashMap<>();

    private FormTable() {}

    /**
     * Reads a file.
     *
     * @param required the columns that it must have
     * @param optional those that it may have
     */
    public static FormTable read(byte[] file, List<Column> required, List<Column> optional) {
        FormTable table = new FormTable();
        List<FormLines.Line> lines = FormLines.read(file, table.faults);
        List<String> head = lines.isEmpty() ? List.of() : lines.getFirst().cells();
        if (table.header(head, required, optional)) {
            lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> table.rows.add(table.new Row(line)));
        }
        return table;
    }

    /** The lines behind the header. */
    public List<Row> rows() {
        return rows;
    }

    /** What is wrong, in the order in which it was found. */
    public List<FormFault> faults() {
        return List.copyOf(faults);
    }

    private boolean header(List<String> head, List<Column> required, List<Column> optional) {
        List<Column> all = new ArrayList<>(required);
        all.addAll(optional);
        for (Column column : all) {
            for (int at = 0; at < head.size(); at++) {
                if (column.isNamed(head.get(at).strip())) {
                    positions.putIfAbsent(column, at);
                }
            }
            if (!positions.containsKey(column) && required.contains(column)) {
                faults.add(new FormFault(
                        1, column.token(), "", "缺少列“" + column.zh() + "” / column " + column.token() + " is missing"));
            }
        }
        return positions.keySet().containsAll(required);
    }

    /** One line. */
    public final class Row {

        private final FormLines.Line line;
        private boolean good = true;

        private Row(FormLines.Line line) {
            this.line = line;
        }

        /** The line's number in the file, from 1. */
        public int number() {
            return line.number();
        }

        /** Whether no fault was told of it. */
        public boolean isGood() {
            return good;
        }

        /** The text of a column that must have one; empty, with a fault, where it has none. */
        public String text(Column column) {
            String text = optional(column);
            if (text.isEmpty()) {
                fault(column, text, "缺少必填项 / required field is empty");
            }
            return text;
        }

        /** The text of a column, or an empty one. */
        public String optional(Column column) {
            Integer at = positions.get(column);
            String text = at != null && at < line.cells().size()
                    ? line.cells().get(at).strip()
                    : "";
            if (CONTROL.matcher(text).find()) {
                fault(column, text, "含换行或制表符 / it has a line break or a tab");
            }
            return text;
        }

        /** Tells what is wrong with a column of the line. */
        public void fault(Column column, String value, String problem) {
            good = false;
            faults.add(new FormFault(line.number(), column.token(), value, problem));
        }
    }
}
