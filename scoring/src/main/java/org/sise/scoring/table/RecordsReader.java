package org.sise.scoring.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.policy.Vocabulary;

/** Reads a table of records. */
final class RecordsReader {
    private static final List<String> STATES = RecordRows.STATES.stream()
            .map(FactState::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    private static final int EFFECTIVE = FactState.EFFECTIVE.ordinal();

    private final TableRow row;
    private final Vocabulary vocabulary;
    private final List<Vocabulary.Kind> kinds;
    private final boolean decidingOnly;
    private final RecordRows records;
    private final Texts kindTexts = new Texts();
    private final Texts stateTexts = new Texts();
    private final List<@Nullable FieldColumn> fieldOf = new ArrayList<>();
    private final int[] values;

    RecordsReader(TableRow row, Vocabulary vocabulary, Looks looks, boolean decidingOnly, RecordRows records) {
        this.row = row;
        this.vocabulary = vocabulary;
        this.kinds = List.copyOf(vocabulary.kinds().values());
        this.decidingOnly = decidingOnly;
        this.records = records;
        this.values = new int[row.columns().size()];
        kinds.forEach(kind -> kindTexts.add(kind.token()));
        STATES.forEach(stateTexts::add);
        for (String column : row.columns()) {
            fieldOf.add(field(column, looks));
        }
    }

    private @Nullable FieldColumn field(String column, Looks looks) {
        switch (column) {
            case "party", "kind", "date", "state", "reference", "" -> {
                return null;
            }
            default -> {
                String name = isField(column) ? column : camelCase(column);
                if (!isField(name)) {
                    row.warnOnce(TableFault.Code.UNKNOWN_COLUMN, column, column);
                    return null;
                }
                for (FieldColumn other : records.fields) {
                    if (other.name.equals(name)) {
                        row.refuse(TableFault.Code.DUPLICATE_COLUMN, column, name);
                    }
                }
                if (decidingOnly && !looks.anywhereAt(name)) {
                    return null;
                }
                FieldColumn field = new FieldColumn(name, kinds, looks);
                records.fields.add(field);
                return field;
            }
        }
    }

    private boolean isField(String name) {
        return kinds.stream().anyMatch(kind -> kind.field(name) != null);
    }

    void read() throws IOException {
        int party = row.required("party");
        int kind = row.required("kind");
        int date = row.required("date");
        int state = row.columns().indexOf("state");
        int reference = decidingOnly ? -1 : row.columns().indexOf("reference");
        if (party < 0 || kind < 0 || date < 0) {
            return;
        }
        while (row.next()) {
            if (row.isBlank(party)) {
                row.refuse(TableFault.Code.MISSING_VALUE, "party", "party");
            }
            int kindNumber = kind(kind);
            int stateNumber = state(state);
            if (row.isAbsent(date)) {
                row.refuse(TableFault.Code.MISSING_VALUE, "date", "date");
            }
            LocalDate day = row.date(date, "date");
            if (kindNumber >= 0) {
                values(kindNumber);
            }
            if (!row.isRefused() && day != null) {
                commit();
                records.add(
                        records.parties.add(row.bytes(), row.from(party), row.to(party)),
                        kindNumber,
                        stateNumber,
                        Math.toIntExact(day.toEpochDay()),
                        row.bytes(),
                        row.from(reference),
                        row.to(reference));
            }
        }
    }

    private int kind(int column) {
        if (row.isAbsent(column)) {
            row.refuse(TableFault.Code.MISSING_VALUE, "kind", "kind");
            return -1;
        }
        int kind = kindTexts.find(row.bytes(), row.from(column), row.to(column));
        if (kind < 0) {
            row.refuse(
                    TableFault.Code.UNKNOWN_KIND,
                    "kind",
                    row.text(column),
                    String.join(", ", vocabulary.kinds().keySet()));
        }
        return kind;
    }

    private int state(int column) {
        if (row.isAbsent(column)) {
            return EFFECTIVE;
        }
        int state = stateTexts.find(row.bytes(), row.from(column), row.to(column));
        if (state < 0) {
            row.refuse(TableFault.Code.UNKNOWN_STATE, "state", row.text(column), String.join(", ", STATES));
        }
        return state;
    }

    /** Looks at the row's fields; their texts' numbers are then in {@link #values}. */
    private void values(int kind) {
        for (int c = 0; c < values.length; c++) {
            FieldColumn field = fieldOf.get(c);
            values[c] = 0;
            if (field == null || row.isAbsent(c)) {
                continue;
            }
            if (!field.isOfKind(kind)) {
                if (!field.isTold(kind)) {
                    String column = row.columns().get(c);
                    row.warnOnce(
                            TableFault.Code.FIELD_OF_ANOTHER_KIND,
                            column,
                            column,
                            kinds.get(kind).token());
                }
                continue;
            }
            int text = field.texts.add(row.bytes(), row.from(c), row.to(c));
            Vocabulary.Field refusal = field.refusal(kind, text);
            if (refusal != null) {
                refuse(c, refusal);
            }
            values[c] = text + 1;
        }
    }

    private void refuse(int column, Vocabulary.Field field) {
        TableFault.Code code = switch (field.type()) {
            case DATE -> TableFault.Code.NO_DATE;
            case NUMBER -> TableFault.Code.NO_NUMBER;
            case TEXT, TOKEN -> TableFault.Code.UNKNOWN_VALUE;
        };
        row.refuse(
                code,
                row.columns().get(column),
                row.text(column),
                String.join(", ", field.values().keySet()));
    }

    private void commit() {
        for (int c = 0; c < values.length; c++) {
            FieldColumn field = fieldOf.get(c);
            if (field != null) {
                field.values.add(values[c]);
            }
        }
    }

    /** {@code publishedUntil} for {@code published_until}. */
    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
