package org.sise.integrations.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FieldCheck;
import org.sise.integrations.descriptor.RecordMapping;
import org.sise.integrations.row.Reason;
import org.sise.integrations.row.RowFault;

/** Holds a record's fields against the checks of the descriptor. */
final class FieldChecks {

    private FieldChecks() {}

    /** What fails; a field that is not there passes. */
    static List<RowFault> faults(RecordMapping mapping, Map<String, String> fields) {
        if (mapping.checks().isEmpty()) {
            return List.of();
        }
        List<RowFault> faults = new ArrayList<>();
        mapping.checks().forEach((name, check) -> {
            String text = fields.get(name);
            if (text != null && !passes(check, text, fields)) {
                String column = RowMapper.columnOf(mapping.fields().get(name));
                faults.add(new RowFault(
                        Reason.CHECK.token(),
                        name,
                        column,
                        "%s → %s “%s”: %s".formatted(column, name, text, check.says())));
            }
        });
        return faults;
    }

    private static boolean passes(FieldCheck check, String text, Map<String, String> fields) {
        return (check.pattern() == null || check.pattern().matcher(text).matches())
                && (check.words().isEmpty() || check.words().contains(text))
                && !check.others().contains(text)
                && inOrder(check.min(), text, 1)
                && inOrder(check.max(), text, -1)
                && day(check.notBefore(), text, fields, 1)
                && day(check.notAfter(), text, fields, -1);
    }

    private static boolean inOrder(@Nullable BigDecimal limit, String text, int sign) {
        if (limit == null) {
            return true;
        }
        try {
            return new BigDecimal(text).compareTo(limit) * sign >= 0;
        } catch (NumberFormatException e) {
            return true; // told as a fault of the field itself
        }
    }

    /** Days are compared as texts, yyyy-MM-dd. */
    private static boolean day(@Nullable String limit, String text, Map<String, String> fields, int sign) {
        if (limit == null) {
            return true;
        }
        String day = Character.isDigit(limit.charAt(0)) ? limit : fields.get(limit);
        return day == null || text.compareTo(day) * sign >= 0;
    }
}
