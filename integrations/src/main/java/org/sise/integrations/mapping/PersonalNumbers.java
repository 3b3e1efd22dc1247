package org.sise.integrations.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.person.PersonKey;
import org.sise.core.person.PersonKeys;
import org.sise.core.person.PhoneNumber;
import org.sise.core.record.RecordField;
import org.sise.core.record.RecordShape;
import org.sise.integrations.descriptor.Condition;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.FieldMapping;
import org.sise.integrations.descriptor.PersonalColumn;
import org.sise.integrations.descriptor.RecordMapping;
import org.sise.integrations.row.Header;

/**
 * Replaces personal numbers in rows by {@code #} and their keyed hash, before anything else looks at the row: whole
 * cells of the feed's personal columns and of its telephone numbers, and resident identity numbers (GB 11643-1999) wherever they stand in others. What
 * is replaced already stays.
 */
public final class PersonalNumbers {

    private static final int LENGTH = 18;
    private static final Pattern KEYED = Pattern.compile("#[0-9a-f]{64}");
    private static final Pattern RESIDENT = Pattern.compile("(?<![0-9A-Za-z])[1-8]\\d{16}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private static final byte TEXT = 0;
    private static final byte PUBLIC = 1;
    private static final byte PERSONAL = 2;
    private static final byte PHONE = 3;

    private final PersonKeys keys;
    private final Set<String> missing;
    private final Map<String, PersonalColumn> columns = new HashMap<>();
    private final Map<String, FieldMapping.Phone> phones = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private @Nullable Header seen;
    private byte[] roles = new byte[0];

    PersonalNumbers(FeedDescriptor descriptor, PersonKeys keys) {
        this.keys = keys;
        this.missing = descriptor.missing();
        Map<String, List<String>> aliases = descriptor.format().common().aliases();
        for (PersonalColumn column : descriptor.personal()) {
            columns.put(column.column(), column);
            // a file may have a column under two names at once
            aliases.getOrDefault(column.column(), List.of()).forEach(alias -> columns.putIfAbsent(alias, column));
        }
        for (RecordMapping record : descriptor.records()) {
            Map<String, RecordField> shape = RecordShape.of(record.kind()).fields();
            record.fields().forEach((name, field) -> {
                RecordField typed = shape.get(name);
                boolean code = typed != null && typed.type() == CreditCode.class;
                switch (field) {
                    case FieldMapping.Cell cell when code -> codes.add(cell.column());
                    case FieldMapping.Composed composed when code -> codes.addAll(composed.columns());
                    case FieldMapping.Phone phone -> {
                        phones.put(phone.column(), phone);
                        aliases.getOrDefault(phone.column(), List.of())
                                .forEach(alias -> phones.putIfAbsent(alias, phone));
                    }
                    default -> {}
                }
            });
        }
    }

    /** The row with its personal numbers replaced. */
    Map<String, String> keyed(Map<String, String> row) {
        Map<String, String> keyed = new LinkedHashMap<>(row);
        for (Map.Entry<String, String> cell : keyed.entrySet()) {
            PersonalColumn column = columns.get(cell.getKey());
            FieldMapping.Phone phone = phones.get(cell.getKey());
            if (phone != null) {
                cell.setValue(keyed(phone, cell.getValue()));
            } else if (column != null) {
                cell.setValue(keyed(column, cell.getValue(), row));
            } else if (!codes.contains(cell.getKey())) {
                cell.setValue(scrubbed(cell.getValue()));
            }
        }
        return keyed;
    }

    /** The row in the order of a file's columns with its personal numbers replaced. */
    List<String> keyed(Header header, List<String> row) {
        byte[] roles = roles(header);
        List<String> keyed = null;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            if (roles[i] == PUBLIC || cell.isEmpty()) {
                continue;
            }
            String name = header.names().get(i);
            String replaced = switch (roles[i]) {
                case PHONE -> keyed(phone(name), cell);
                case PERSONAL -> keyed(column(name), cell, Originals.of(header, row));
                default -> scrubbed(cell);
            };
            if (!replaced.equals(cell)) {
                keyed = keyed == null ? new ArrayList<>(row) : keyed;
                keyed.set(i, replaced);
            }
        }
        return keyed == null ? row : keyed;
    }

    private FieldMapping.Phone phone(String name) {
        return Objects.requireNonNull(phones.get(name));
    }

    private PersonalColumn column(String name) {
        return Objects.requireNonNull(columns.get(name));
    }

    /** Of each of a file's columns whether it holds personal numbers, may hold some among others, or never does. */
    private byte[] roles(Header header) {
        List<String> names = header.names();
        if (header != seen || roles.length < names.size()) {
            byte[] each = new byte[names.size()];
            for (int i = 0; i < each.length; i++) {
                String name = names.get(i);
                each[i] = phones.containsKey(name)
                        ? PHONE
                        : columns.containsKey(name) ? PERSONAL : codes.contains(name) ? PUBLIC : TEXT;
            }
            seen = header;
            roles = each;
        }
        return roles;
    }

    private String keyed(PersonalColumn column, String cell, Map<String, String> row) {
        if (missing.contains(cell) || KEYED.matcher(cell).matches()) {
            return cell;
        }
        Condition unless = column.unless();
        if (unless != null
                && unless.holds(row.getOrDefault(unless.column(), ""))
                && CodeVerdict.of(cell).code() != null) {
            return cell;
        }
        return "#" + keys.ofNumber(cell);
    }

    /** A telephone number as its key; of what is none no digit is shown. */
    private String keyed(FieldMapping.Phone phone, String cell) {
        if (missing.contains(cell) || KEYED.matcher(cell).matches()) {
            return cell;
        }
        PhoneNumber number = PhoneNumber.of(cell, phone.area());
        return number == null ? DIGIT.matcher(cell).replaceAll("*") : "#" + keys.ofPhone(number);
    }

    /** The text with every resident identity number in it replaced. */
    String scrubbed(String text) {
        if (text.length() < LENGTH || !hasDigits(text)) {
            return text;
        }
        Matcher matcher = RESIDENT.matcher(text);
        StringBuilder scrubbed = new StringBuilder(text.length());
        while (matcher.find()) {
            String number = matcher.group();
            matcher.appendReplacement(scrubbed, isResident(number) ? "#" + keys.ofNumber(number) : number);
        }
        return matcher.appendTail(scrubbed).toString();
    }

    /** The key that a keyed cell holds, or null when the cell is not keyed. */
    static @Nullable PersonKey keyOf(String cell) {
        return KEYED.matcher(cell).matches() ? new PersonKey(cell.substring(1)) : null;
    }

    private static boolean hasDigits(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c >= '0' && c <= '9' ? run + 1 : 0;
            if (run == LENGTH - 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isResident(String number) {
        try {
            LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException e) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(number.charAt(LENGTH - 1));
    }
}
