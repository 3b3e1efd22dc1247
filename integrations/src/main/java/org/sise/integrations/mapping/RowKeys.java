package org.sise.integrations.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.FieldFaultException;
import org.sise.core.record.RecordField;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.RecordMapping;
import org.sise.ledger.record.RecordEntry;

/** Tells which matters a row is about, as far as that can be told though the row be faulty. */
public final class RowKeys {

    private final FeedDescriptor descriptor;
    private final PersonalNumbers numbers;
    private final PersonKeys keys;

    /** For one feed, with the installation's keys for persons. */
    public RowKeys(FeedDescriptor descriptor, PersonKeys keys) {
        this.descriptor = descriptor;
        this.numbers = new PersonalNumbers(descriptor, keys);
        this.keys = keys;
    }

    /**
     * What a record is about.
     *
     * @param kind its kind
     * @param key what identifies it within its kind
     * @param date its day, or null when the row does not tell it
     */
    public record Matter(
            RecordKind kind, String key, @Nullable LocalDate date) {

        /** Of a record on its way into the ledger. */
        public static Matter of(RecordEntry entry) {
            CreditRecord record = entry.record();
            return new Matter(record.kind(), entry.key(), record.header().date());
        }
    }

    /**
     * The matters of a row.
     *
     * @param matters those that can be told
     * @param all whether these are all matters that the row is about
     */
    public record Told(List<Matter> matters, boolean all) {}

    /** The matters of a row, sound or faulty, as it was kept or corrected: from column to text. */
    public Told of(Map<String, String> original) {
        if (original.containsKey(Originals.TEXT)) {
            return new Told(List.of(), false);
        }
        Cells cells = Cells.of(numbers.keyed(original), descriptor.missing());
        List<Matter> matters = new ArrayList<>();
        boolean all = true;
        for (RecordMapping mapping : descriptor.records()) {
            if (mapping.when().stream().allMatch(cells::meets)) {
                Matter matter = matter(mapping, new FieldTexts(mapping, cells, keys));
                if (matter == null) {
                    all = false;
                } else {
                    matters.add(matter);
                }
            }
        }
        return new Told(matters, all);
    }

    private static @Nullable Matter matter(RecordMapping mapping, FieldTexts texts) {
        Map<String, RecordField> fields = RecordShape.of(mapping.kind()).fields();
        StringBuilder key = new StringBuilder();
        for (String name : mapping.key()) {
            String text = texts.fields().getOrDefault(name, "").strip();
            RecordField field = fields.get(name);
            Object value = texts.isFaulty(name) || field == null ? null : value(field, text);
            if (value == null) {
                return null;
            }
            String part = value instanceof CreditCode code && name.equals("subject") ? code.value() : text;
            key.append(key.isEmpty() ? "" : "|")
                    .append(part.replace("\\", "\\\\").replace("|", "\\|"));
        }
        RecordField day = fields.get("date");
        String text = texts.fields().getOrDefault("date", "");
        Object date = day == null || texts.isFaulty("date") ? null : value(day, text);
        return new Matter(mapping.kind(), key.toString(), date instanceof LocalDate on ? on : null);
    }

    /** The value of a text, an empty text where the field may lack one, or null where the text is faulty. */
    private static @Nullable Object value(RecordField field, String text) {
        if (text.isEmpty()) {
            return field.required() ? null : text;
        }
        try {
            return field.parse(text);
        } catch (FieldFaultException e) {
            return null;
        }
    }
}
