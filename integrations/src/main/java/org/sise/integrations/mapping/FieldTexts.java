package org.sise.integrations.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.document.DocumentNumber;
import org.sise.core.person.PersonKey;
import org.sise.core.person.PersonKeys;
import org.sise.core.person.PhoneNumber;
import org.sise.core.record.FaultKind;
import org.sise.core.record.FieldFault;
import org.sise.core.record.Severity;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;
import org.sise.integrations.descriptor.Conversion;
import org.sise.integrations.descriptor.FieldMapping;
import org.sise.integrations.descriptor.RecordMapping;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.RowFault;

/** The fields of one record as text, taken from a row's cells, with what was wrong on the way. */
final class FieldTexts {

    private static final int ISO_LENGTH = 10;
    private static final int SHOWN = 30;
    private static final int REGION_LENGTH = 6;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<String> faulty = new HashSet<>();
    private final Cells cells;
    private final PersonKeys keys;

    FieldTexts(RecordMapping mapping, Cells cells, PersonKeys keys) {
        this.cells = cells;
        this.keys = keys;
        mapping.fields().forEach((name, field) -> {
            if (!(field instanceof FieldMapping.PenaltySeverity)) {
                take(name, field);
            }
        });
        mapping.fields().forEach((name, field) -> {
            if (field instanceof FieldMapping.PenaltySeverity) {
                take(name, field);
            }
        });
    }

    Map<String, String> fields() {
        return fields;
    }

    List<RowFault> faults() {
        return faults;
    }

    /** Whether a fault of the field is told already. */
    boolean isFaulty(String field) {
        return faulty.contains(field);
    }

    static RowFault fault(FieldFault fault, @Nullable FieldMapping mapping) {
        String column = RowMapper.columnOf(mapping);
        String message = column == null ? fault.message() : column + " → " + fault.message();
        return new RowFault(fault.kind().token(), fault.field(), column, message);
    }

    private void take(String name, FieldMapping mapping) {
        if (!cells.meets(mapping.when())) {
            return;
        }
        String text = switch (mapping) {
            case FieldMapping.Constant constant -> constant.text();
            case FieldMapping.Cell cell ->
                converted(name, cell, cell.conversion(), cell.fallback(), cells.get(cell.column()));
            case FieldMapping.Composed composed ->
                converted(
                        name,
                        composed,
                        composed.conversion(),
                        composed.fallback(),
                        ComposedText.of(composed, cells::get));
            case FieldMapping.Person person -> person(person);
            case FieldMapping.Phone phone -> phone(name, phone);
            case FieldMapping.PenaltySeverity severity -> severity(name, severity);
        };
        if (text != null && !text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private @Nullable String converted(
            String name, FieldMapping mapping, Conversion conversion, @Nullable String fallback, String cell) {
        if (cell.isEmpty()) {
            return fallback;
        }
        return switch (conversion) {
            case Conversion.AsIs _ -> cell;
            case Conversion.Dates dates -> date(name, mapping, dates, cell);
            case Conversion.UsualDates _ ->
                known(name, mapping, FaultKind.BAD_DATE, cell, UsualDateText.day(cell), UsualDateText.FORMS);
            case Conversion.OpenEnded open -> {
                String day = open.words().contains(cell) ? null : converted(name, mapping, open.dates(), null, cell);
                yield day == null || open.words().contains(day) ? null : day;
            }
            case Conversion.Unit unit ->
                known(
                        name,
                        mapping,
                        FaultKind.BAD_NUMBER,
                        cell,
                        AmountText.yuan(cell, unit.yuan()),
                        AmountText.forms(unit));
            case Conversion.Percent _ ->
                cell.endsWith("%") ? cell.substring(0, cell.length() - 1).strip() : cell;
            case Conversion.Permille _ -> {
                String percent = PermilleText.percent(cell);
                yield known(name, mapping, FaultKind.BAD_NUMBER, cell, percent, PermilleText.FORMS);
            }
            case Conversion.Table table -> word(name, mapping, table, cell);
            case Conversion.Region _ -> region(name, mapping, cell);
            case Conversion.Capital _ -> {
                BigDecimal yuan = CapitalText.yuan(cell);
                yield yuan == null ? null : yuan.toPlainString();
            }
            case Conversion.Document _ -> DocumentNumber.of(cell).value();
        };
    }

    /** The text, or a fault where it is not known. */
    private @Nullable String known(
            String name, FieldMapping mapping, FaultKind kind, String cell, @Nullable String text, String forms) {
        if (text == null) {
            refuse(name, mapping, kind, cell, forms);
        }
        return text;
    }

    private @Nullable String date(String name, FieldMapping mapping, Conversion.Dates dates, String cell) {
        String day =
                cell.length() > ISO_LENGTH && cell.charAt(ISO_LENGTH) == ' ' ? cell.substring(0, ISO_LENGTH) : cell;
        String plain = PlainDay.of(day, dates.patterns());
        if (plain != null) {
            return plain;
        }
        try {
            return LocalDate.parse(day).toString();
        } catch (DateTimeException e) {
            for (DateTimeFormatter formatter : dates.formatters()) {
                try {
                    return LocalDate.parse(cell, formatter).toString();
                } catch (DateTimeException next) {
                    continue;
                }
            }
        }
        String forms = dates.patterns().isEmpty() ? "yyyy-MM-dd" : String.join(", ", dates.patterns());
        refuse(name, mapping, FaultKind.BAD_DATE, cell, "应为日历上的一天 / must be a day of the calendar: " + forms);
        return null;
    }

    private @Nullable String word(String name, FieldMapping mapping, Conversion.Table table, String cell) {
        String word = table.words().getOrDefault(cell, table.otherwise());
        if (word == null) {
            refuse(
                    name,
                    mapping,
                    FaultKind.NOT_IN_LIST,
                    cell,
                    "可取 / one of " + some(table.words().keySet()));
        }
        return word;
    }

    private static String some(Set<String> words) {
        String first = String.join(", ", words.stream().limit(SHOWN).toList());
        return words.size() > SHOWN ? "%s … (%d)".formatted(first, words.size()) : first;
    }

    private static boolean isCode(String cell) {
        boolean code = cell.length() == REGION_LENGTH;
        for (int i = 0; code && i < REGION_LENGTH; i++) {
            code = cell.charAt(i) >= '0' && cell.charAt(i) <= '9';
        }
        return code;
    }

    private @Nullable String region(String name, FieldMapping mapping, String cell) {
        if (isCode(cell)) {
            return cell;
        }
        Region region = Regions.standard().byName(cell);
        if (region == null) {
            faulty.add(name);
            String column = RowMapper.columnOf(mapping);
            faults.add(new RowFault(
                    Reason.BAD_REGION.token(),
                    name,
                    column,
                    "%s “%s”: 没有或不止一个同名的行政区划 / no division of this name, or several".formatted(column, cell)));
            return null;
        }
        return region.code();
    }

    private @Nullable String person(FieldMapping.Person person) {
        String number = person.number() == null ? "" : cells.get(person.number());
        if (!number.isEmpty()) {
            PersonKey key = PersonalNumbers.keyOf(number);
            return (key != null ? key : keys.ofNumber(number)).hex();
        }
        String name = person.name() == null ? "" : cells.get(person.name());
        CreditCode subject = CodeVerdict.of(fields.getOrDefault("subject", "")).code();
        return name.isEmpty() || subject == null
                ? null
                : keys.ofNameAt(name, subject.value()).hex();
    }

    /** A number is keyed already when it is one. */
    private @Nullable String phone(String name, FieldMapping.Phone mapping) {
        String cell = cells.get(mapping.column());
        if (cell.isEmpty()) {
            return null;
        }
        PersonKey key = PersonalNumbers.keyOf(cell);
        return known(name, mapping, FaultKind.BAD_TEXT, cell, key == null ? null : key.hex(), PhoneNumber.FORMS);
    }

    private @Nullable String severity(String name, FieldMapping.PenaltySeverity mapping) {
        String category = ComposedText.joined(mapping.columns(), "；", cells::get);
        if (category.isEmpty()) {
            return null;
        }
        try {
            String fine = fields.get("amount");
            Optional<Severity> severity =
                    PenaltyClasses.standard().of(category, fine == null ? null : new BigDecimal(fine));
            return severity.map(Severity::token).orElse(null);
        } catch (NumberFormatException e) {
            return null;
        } catch (IllegalArgumentException e) {
            refuse(name, mapping, FaultKind.NOT_IN_LIST, category, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void refuse(String name, FieldMapping mapping, FaultKind kind, String value, String detail) {
        faulty.add(name);
        faults.add(fault(new FieldFault(name, kind, value, detail), mapping));
    }
}
