package org.sise.ledger.record;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.BinaryRows;

/**
 * Every version of every record of some kinds, in the order of the credit codes, with no more fields than are asked for.
 * The whole ledger passes in one sorted stream, so nothing is parsed that is not needed: what is read of a row is valid until the next
 * row.
 */
public final class RecordStream implements AutoCloseable {

    private static final int SUBJECT = 0;
    private static final int KIND = 1;
    private static final int KEY = 2;
    private static final int VERSION = 3;
    private static final int DATE = 4;
    private static final int STATE = 5;
    private static final int PUBLISHED_UNTIL = 6;
    private static final int FIRST_FIELD = 7;
    private static final RecordState[] STATES = RecordState.values();
    private static final byte[][] TOKENS = Arrays.stream(STATES)
            .map(state -> state.token().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private final BinaryRows rows;
    private final int[][] columns;
    private final @Nullable String[] days = new String[1 << 15];
    private RecordKind kind = RecordKind.REGISTRATION;

    /**
     * Begins to read.
     *
     * @param connection in a transaction, better one that keeps its snapshot
     * @param fields the kinds to read, and of each the names of the fields to read
     */
    public RecordStream(Connection connection, Map<RecordKind, List<String>> fields) throws SQLException {
        columns = new int[RecordKind.values().length][];
        List<Map<RecordKind, String>> slots = new ArrayList<>();
        StringJoiner kinds = new StringJoiner(", ");
        fields.forEach((asked, names) -> {
            kinds.add(Integer.toString(asked.number()));
            columns[asked.ordinal()] = columns(asked, names, slots);
        });
        try (Statement settings = connection.createStatement()) {
            settings.execute("set local work_mem = '256MB'");
        }
        rows = new BinaryRows(
                connection,
                "select subject, kind, record_key, version, event_date, state, published_until%s from ledger.record"
                                .formatted(expressions(slots))
                        + " where kind in (%s) order by subject".formatted(kinds),
                FIRST_FIELD + slots.size());
    }

    private static int[] columns(RecordKind kind, List<String> names, List<Map<RecordKind, String>> slots) {
        int[] columns = new int[names.size()];
        int slot = 0;
        for (int f = 0; f < columns.length; f++) {
            String name = names.get(f);
            if (name.equals("publishedUntil")) {
                columns[f] = PUBLISHED_UNTIL;
                continue;
            }
            if (slot == slots.size()) {
                slots.add(new EnumMap<>(RecordKind.class));
            }
            slots.get(slot).put(kind, expression(name));
            columns[f] = FIRST_FIELD + slot++;
        }
        return columns;
    }

    private static String expression(String name) {
        return switch (name) {
            case "document", "department", "severity" -> name;
            case "amount" -> "amount::text";
            case "publishedFrom" -> "published_from::text";
            default -> "fields ->> '" + name.replace("'", "''") + "'";
        };
    }

    private static String expressions(List<Map<RecordKind, String>> slots) {
        StringBuilder text = new StringBuilder();
        for (Map<RecordKind, String> slot : slots) {
            text.append(", case kind");
            slot.forEach((kind, expression) -> text.append(" when %d then %s".formatted(kind.number(), expression)));
            text.append(" end");
        }
        return text.toString();
    }

    /** Whether there was another record. */
    public boolean next() throws SQLException {
        boolean found = rows.next();
        if (found) {
            kind = RecordKind.ofNumber((int) rows.number(KIND));
        }
        return found;
    }

    /** The bytes of the credit code. */
    public byte[] subject() {
        return rows.bytes(SUBJECT);
    }

    /** Whether it is about the business of these bytes of a credit code. */
    public boolean isAbout(byte[] subject) {
        return rows.hasBytes(SUBJECT, subject);
    }

    public RecordKind kind() {
        return kind;
    }

    /** The bytes of what identifies the matter within its kind. */
    public byte[] key() {
        return rows.bytes(KEY);
    }

    public int version() {
        return (int) rows.number(VERSION);
    }

    /** The day on which what it says became true, as an epoch day. */
    public int epochDay() {
        return rows.day(DATE);
    }

    public RecordState state() {
        for (int i = 0; i < STATES.length; i++) {
            if (rows.hasBytes(STATE, TOKENS[i])) {
                return STATES[i];
            }
        }
        throw new IllegalStateException("no state of a record: " + rows.text(STATE));
    }

    /** The text of the n-th field asked for of its kind, or null. */
    public @Nullable String field(int n) {
        int column = columns[kind.ordinal()][n];
        if (column != PUBLISHED_UNTIL || rows.isNull(column)) {
            return rows.text(column);
        }
        int day = rows.day(PUBLISHED_UNTIL);
        if (day < 0 || day >= days.length) {
            return LocalDate.ofEpochDay(day).toString();
        }
        String text = days[day];
        if (text == null) {
            text = LocalDate.ofEpochDay(day).toString();
            days[day] = text;
        }
        return text;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
