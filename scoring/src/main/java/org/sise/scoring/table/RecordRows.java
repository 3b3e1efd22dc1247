package org.sise.scoring.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;

/** Records packed into columns. */
final class RecordRows {
    static final List<FactState> STATES = List.of(FactState.values());
    private static final int STATE_BITS = 3;

    final Texts parties = new Texts();
    final List<FieldColumn> fields = new ArrayList<>();
    private final List<String> kinds;
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

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Map<String, String> values(int row) {
        int count = 0;
        for (int f = 0; f < fields.size(); f++) {
            count += fields.get(f).values.get(row) == 0 ? 0 : 1;
        }
        if (count == 0) {
            return Map.of();
        }
        Map.Entry<String, String>[] entries = new Map.Entry[count];
        int at = 0;
        for (int f = 0; f < fields.size(); f++) {
            FieldColumn field = fields.get(f);
            int value = field.values.get(row);
            if (value != 0) {
                entries[at++] = Map.entry(field.name, field.texts.text(value - 1));
            }
        }
        return Map.ofEntries(entries);
    }
}
