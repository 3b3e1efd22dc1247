package org.sise.scoring.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;

/** Records packed into columns. */
final class RecordRows {
    static final List<FactState> STATES = List.of(FactState.values());
    private static final int STATE_BITS = 3;
    private static final int CACHE_BITS = 12;

    /** Fields of some records, by the numbers of their texts. */
    private record Alike(int[] values, Map<String, String> fields) {}

    final Texts parties = new Texts();
    final List<FieldColumn> fields = new ArrayList<>();
    private final List<String> kinds;
    private final @Nullable Alike[] cache = new @Nullable Alike[1 << CACHE_BITS];
    private FieldColumn[] columns = new FieldColumn[0];
    private final Ints partyOf = new Ints();
    private final Ints kindAndState = new Ints();
    private final Ints days = new Ints();
    private final Texts references = new Texts();
    private final Ints referenceOf = new Ints();

    RecordRows(List<String> kinds) {
        this.kinds = kinds;
    }

    int size() {
        return partyOf.size();
    }

    int party(int row) {
        return partyOf.get(row);
    }

    /** Adds a record whose fields have been added to their columns, or are absent there. */
    void add(int party, int kind, int state, int day, byte[] bytes, int referenceFrom, int referenceTo) {
        partyOf.add(party);
        kindAndState.add(kind << STATE_BITS | state);
        days.add(day);
        referenceOf.add(referenceFrom == referenceTo ? 0 : references.append(bytes, referenceFrom, referenceTo) + 1);
    }

    /** Ends the adding and puts the records into an order, so that a party's records lie side by side. */
    void arrange(int[] rows) {
        partyOf.clear();
        kindAndState.arrange(rows);
        days.arrange(rows);
        referenceOf.arrange(rows);
        for (FieldColumn field : fields) {
            field.values.arrange(rows);
        }
        columns = fields.toArray(new FieldColumn[0]);
    }

    Fact fact(int row) {
        int packed = kindAndState.get(row);
        Map<String, String> values = values(row);
        int reference = referenceOf.get(row);
        return new Fact(
                kinds.get(packed >>> STATE_BITS),
                LocalDate.ofEpochDay(days.get(row)),
                STATES.get(packed & (1 << STATE_BITS) - 1),
                reference == 0 ? document(values) : references.text(reference - 1),
                values);
    }

    private static @Nullable String document(Map<String, String> values) {
        return values.get("document");
    }

    /** The fields of a record; records alike share one map. */
    private Map<String, String> values(int row) {
        int hash = 0;
        int any = 0;
        for (FieldColumn column : columns) {
            int value = column.values.get(row);
            hash = hash * 31 + value;
            any |= value;
        }
        if (any == 0) {
            return Map.of();
        }
        int slot = (hash * 0x9E3779B9) >>> (32 - CACHE_BITS);
        Alike alike = cache[slot];
        if (alike == null || !isAlike(alike, row)) {
            alike = alike(row);
            cache[slot] = alike;
        }
        return alike.fields;
    }

    private boolean isAlike(Alike alike, int row) {
        for (int f = 0; f < columns.length; f++) {
            if (alike.values[f] != columns[f].values.get(row)) {
                return false;
            }
        }
        return true;
    }

    private Alike alike(int row) {
        int[] values = new int[columns.length];
        Map<String, String> fields = new HashMap<>();
        for (int f = 0; f < columns.length; f++) {
            values[f] = columns[f].values.get(row);
            if (values[f] != 0) {
                fields.put(columns[f].name, columns[f].texts.text(values[f] - 1));
            }
        }
        return new Alike(values, Map.copyOf(fields));
    }
}
