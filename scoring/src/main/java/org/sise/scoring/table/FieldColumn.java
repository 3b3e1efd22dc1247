package org.sise.scoring.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Vocabulary;

/** A column that holds a field of records: its texts, and for each record the number of its text. */
final class FieldColumn {
    private static final byte GOOD = 1;
    private static final byte BAD = 2;

    final String name;
    final Texts texts = new Texts();
    /** By record: the text's number from 1, or 0 where the field is absent. */
    final Ints values = new Ints();

    private final Vocabulary.@Nullable Field[] fieldOfKind;
    private final boolean[] looked;
    private final boolean[] told;
    private final byte[][] verdicts;

    FieldColumn(String name, List<Vocabulary.Kind> kinds, Looks looks) {
        this.name = name;
        this.fieldOfKind = new Vocabulary.@Nullable Field[kinds.size()];
        this.looked = new boolean[kinds.size()];
        this.told = new boolean[kinds.size()];
        this.verdicts = new byte[kinds.size()][0];
        for (int k = 0; k < kinds.size(); k++) {
            fieldOfKind[k] = kinds.get(k).field(name);
            looked[k] = looks.at(kinds.get(k).token(), name);
        }
    }

    boolean isOfKind(int kind) {
        return fieldOfKind[kind] != null;
    }

    /** Whether it has been told before that the kind has no such field. */
    boolean isTold(int kind) {
        boolean before = told[kind];
        told[kind] = true;
        return before;
    }

    /** The field's declaration where its text is not as the kind declares it and a policy looks there; else null. */
    Vocabulary.@Nullable Field refusal(int kind, int text) {
        Vocabulary.Field field = fieldOfKind[kind];
        if (!looked[kind] || field == null || field.type() == Vocabulary.Type.TEXT) {
            return null;
        }
        if (text >= verdicts[kind].length) {
            verdicts[kind] = Arrays.copyOf(verdicts[kind], Math.max(16, text + (text >> 1) + 1));
        }
        byte verdict = verdicts[kind][text];
        if (verdict == 0) {
            verdict = isSound(field, texts.text(text)) ? GOOD : BAD;
            verdicts[kind][text] = verdict;
        }
        return verdict == GOOD ? null : field;
    }

    private static boolean isSound(Vocabulary.Field field, String text) {
        return switch (field.type()) {
            case TEXT -> true;
            case TOKEN -> field.values().containsKey(text);
            case NUMBER -> FixedPoint.parse(text) != FixedPoint.MISSING;
            case DATE -> isDate(text);
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
