package org.sise.integrations.mapping;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;
import org.sise.core.person.PersonKeys;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.FaultKind;
import org.sise.core.record.FieldFault;
import org.sise.core.record.FieldFaultException;
import org.sise.core.record.RecordShape;
import org.sise.core.record.Registration;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.descriptor.FieldMapping;
import org.sise.integrations.descriptor.RecordMapping;
import org.sise.integrations.descriptor.RowCheck;
import org.sise.integrations.row.Header;
import org.sise.integrations.row.RawBytes;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.Row;
import org.sise.integrations.row.RowFault;
import org.sise.ledger.record.RecordEntry;

/** Makes records of a feed's rows. A row with any fault gives none. */
public final class RowMapper {

    /** The ledger holds 16 digits before the point. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(16);

    private final FeedDescriptor descriptor;
    private final PersonalNumbers numbers;
    private final PersonKeys keys;

    /** For one feed, with the installation's keys for persons. */
    public RowMapper(FeedDescriptor descriptor, PersonKeys keys) {
        this.descriptor = descriptor;
        this.numbers = new PersonalNumbers(descriptor, keys);
        this.keys = keys;
    }

    /** A row of a file. */
    public MappedRow map(Row row, Header header) {
        String text = row.text();
        if (text == null && row.fault() == null) {
            List<String> keyed = numbers.keyed(header, row.cells());
            return map(row.index(), row.line(), Cells.of(header, keyed, descriptor.missing()));
        }
        Map<String, String> cells = text != null
                ? Map.of(Originals.TEXT, numbers.scrubbed(text))
                : numbers.keyed(Originals.of(header, row.cells()));
        if (row.fault() != null) {
            return refused(row.index(), row.line(), List.of(row.fault()), cells);
        }
        return map(row.index(), row.line(), Cells.of(cells, descriptor.missing()));
    }

    /**
     * A row as it was kept, or as it was corrected.
     *
     * @param index the row's number in its file
     * @param line the row's line in its file
     * @param original from column to text
     */
    public MappedRow remap(long index, int line, Map<String, String> original) {
        Map<String, String> keyed = numbers.keyed(original);
        if (keyed.containsKey(Originals.TEXT)) {
            RowFault fault = RowFault.of(
                    Reason.CELL_COUNT,
                    "此行未能分列, 请按列给出更正内容",
                    "this row was not told into cells: give it corrected, column by column");
            return refused(index, line, List.of(fault), keyed);
        }
        return map(index, line, Cells.of(keyed, descriptor.missing()));
    }

    private MappedRow map(long index, int line, Cells cells) {
        List<RowFault> faults = new ArrayList<>();
        for (RowCheck check : descriptor.checks()) {
            String cell = cells.get(check.condition().column());
            if (!check.condition().holds(cell)) {
                faults.add(new RowFault(
                        Reason.CHECK.token(),
                        null,
                        check.condition().column(),
                        "%s “%s”: %s".formatted(check.condition().column(), cell, check.says())));
            }
        }
        List<RecordEntry> entries = new ArrayList<>();
        if (faults.isEmpty()) {
            String json = cells.json();
            for (RecordMapping mapping : descriptor.records()) {
                if (cells.meets(mapping.when())) {
                    entry(mapping, cells, line, json, entries, faults);
                }
            }
            if (faults.isEmpty()) {
                return new MappedRow(index, line, entries, List.of(), json, null);
            }
        }
        return refused(index, line, faults.stream().distinct().toList(), cells.row());
    }

    private void entry(
            RecordMapping mapping,
            Cells cells,
            int line,
            String json,
            List<RecordEntry> entries,
            List<RowFault> faults) {
        FieldTexts texts = new FieldTexts(mapping, cells, keys);
        int before = faults.size();
        faults.addAll(texts.faults());
        faults.addAll(FieldChecks.faults(mapping, texts.fields()));
        texts.fields().putIfAbsent("department", descriptor.department());
        try {
            CreditRecord record = RecordShape.of(mapping.kind()).read(texts.fields());
            if (isTooLarge(record.header().amount())
                    || record instanceof Registration registration && isTooLarge(registration.capital())) {
                faults.add(
                        new RowFault(FaultKind.OUT_OF_RANGE.token(), "amount", null, "金额过大 / the amount is too large"));
            }
            if (faults.size() == before) {
                entries.add(new RecordEntry(record, key(mapping, record, texts.fields()), line, json));
            }
        } catch (FieldFaultException e) {
            for (FieldFault fault : e.faults()) {
                if (!texts.isFaulty(fault.field())) {
                    faults.add(FieldTexts.fault(fault, mapping.fields().get(fault.field())));
                }
            }
        }
    }

    private static boolean isTooLarge(@Nullable Yuan amount) {
        return amount != null && amount.amount().compareTo(LARGEST) >= 0;
    }

    private static String key(RecordMapping mapping, CreditRecord record, Map<String, String> fields) {
        StringBuilder key = new StringBuilder();
        for (String field : mapping.key()) {
            String part = field.equals("subject")
                    ? record.header().subject().value()
                    : fields.getOrDefault(field, "").strip();
            if (!key.isEmpty()) {
                key.append('|');
            }
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (c == '\\' || c == '|') {
                    key.append('\\');
                }
                key.append(c);
            }
        }
        return key.toString();
    }

    private MappedRow refused(long index, int line, List<RowFault> faults, Map<String, String> cells) {
        return new MappedRow(index, line, List.of(), faults, Originals.write(cells), raw(faults, cells));
    }

    private byte @Nullable [] raw(List<RowFault> faults, Map<String, String> cells) {
        boolean undecodable = faults.stream().anyMatch(fault -> fault.reason().equals(Reason.UNDECODABLE.token()));
        if (!undecodable || !(descriptor.format() instanceof FeedFormat.Csv csv)) {
            return null;
        }
        Charset charset = csv.charset();
        return RawBytes.of(String.join(String.valueOf(csv.delimiter()), cells.values()), charset);
    }

    /** The columns that a field comes from, or null. */
    static @Nullable String columnOf(@Nullable FieldMapping mapping) {
        return switch (mapping) {
            case FieldMapping.Cell cell -> cell.column();
            case FieldMapping.Composed composed -> composed.columns().getFirst();
            case FieldMapping.PenaltySeverity severity -> severity.column();
            case FieldMapping.Person person -> person.number() != null ? person.number() : person.name();
            case FieldMapping.Phone phone -> phone.column();
            case FieldMapping.Constant _ -> null;
            case null -> null;
        };
    }
}
