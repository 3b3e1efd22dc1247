package org.sise.scoring.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file one after the other, with their columns' names, and the faults found in them. */
final class TableRow {
    private final String file;
    private final CsvScanner scanner;
    private final TableFaults faults;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(1 << 12);
    private List<String> columns = List.of();
    private boolean refused;

    TableRow(String file, InputStream in, TableFaults faults) throws IOException {
        this.file = file;
        this.scanner = new CsvScanner(in);
        this.faults = faults;
        if (!scanner.next()) {
            faults.add(TableFault.Code.EMPTY_FILE.at(file, 0, ""));
            return;
        }
        List<String> names = new ArrayList<>();
        for (int c = 0; c < scanner.fields(); c++) {
            String name = text(c).strip();
            if (!name.isEmpty() && names.contains(name)) {
                refuse(TableFault.Code.DUPLICATE_COLUMN, name, name);
            }
            names.add(name);
        }
        columns = List.copyOf(names);
        checkForm();
        refused = false;
    }

    List<String> columns() {
        return columns;
    }

    /** The column's place, or -1 with a fault if there is none. */
    int required(String column) {
        int at = columns.indexOf(column);
        if (at < 0 && !columns.isEmpty()) {
            faults.add(TableFault.Code.MISSING_COLUMN.at(file, 1, column, column));
        }
        return at;
    }

    /** Goes to the next row whose form is sound; false at the end. */
    boolean next() throws IOException {
        finish();
        while (scanner.next()) {
            checkForm();
            if (!refused) {
                return true;
            }
            finish();
        }
        return false;
    }

    /** Whether a fault has been found in this row. */
    boolean isRefused() {
        return refused;
    }

    void refuse(TableFault.Code code, String column, Object... arguments) {
        refused = true;
        faults.add(code.at(file, scanner.line(), column, arguments));
    }

    void warnOnce(TableFault.Code code, String column, Object... arguments) {
        faults.warnOnce(code.at(file, scanner.line(), column, arguments));
    }

    int line() {
        return (int) Math.min(scanner.line(), Integer.MAX_VALUE);
    }

    byte[] bytes() {
        return scanner.bytes();
    }

    int from(int column) {
        return column < 0 ? 0 : scanner.from(column);
    }

    int to(int column) {
        return column < 0 ? 0 : scanner.to(column);
    }

    boolean isAbsent(int column) {
        return from(column) == to(column);
    }

    boolean isBlank(int column) {
        for (int i = from(column); i < to(column); i++) {
            if (bytes()[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    String text(int column) {
        return new String(bytes(), from(column), to(column) - from(column), StandardCharsets.UTF_8);
    }

    /** The field's date; null if it is none, which is then a fault, or if it is absent. */
    @Nullable
    LocalDate date(int column, String name) {
        if (isAbsent(column)) {
            return null;
        }
        byte[] bytes = bytes();
        int from = from(column);
        if (to(column) - from == 10 && bytes[from + 4] == '-' && bytes[from + 7] == '-') {
            int year = number(from, from + 4);
            int month = number(from + 5, from + 7);
            int day = number(from + 8, from + 10);
            if (year > 0 && month > 0 && day > 0) {
                try {
                    return LocalDate.of(year, month, day);
                } catch (DateTimeException e) {
                    // a fault like any other text
                }
            }
        }
        refuse(TableFault.Code.NO_DATE, name, text(column));
        return null;
    }

    /** The digits' number, or -1 if there is anything else. */
    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes()[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void checkForm() {
        switch (scanner.form()) {
            case OPEN_QUOTE -> refuse(TableFault.Code.OPEN_QUOTE, "");
            case STRAY_QUOTE -> refuse(TableFault.Code.STRAY_QUOTE, "");
            case TOO_LONG -> refuse(TableFault.Code.TOO_LONG, "");
            case SOUND -> {
                if (scanner.fields() != columns.size()) {
                    refuse(TableFault.Code.FIELD_COUNT, "", scanner.fields(), columns.size());
                } else if (!isUtf8()) {
                    refuse(TableFault.Code.NOT_UTF8, "");
                }
            }
        }
    }

    private boolean isUtf8() {
        byte[] bytes = bytes();
        int end = to(scanner.fields() - 1);
        int i = 0;
        while (i < end && bytes[i] >= 0) {
            i++;
        }
        if (i == end) {
            return true;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, i, end - i);
        utf8.reset();
        CoderResult result;
        do {
            decoded.clear();
            result = utf8.decode(rest, decoded, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private void finish() {
        faults.refused += refused ? 1 : 0;
        refused = false;
    }
}
