package org.sise.integrations.landing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.mending.MendingFault;
import org.sise.integrations.mending.MendingRule;

/** A rule on the rows of one feed. Keys of persons, and columns of personal numbers, are left alone. */
final class RowRule {

    private static final Pattern PERSON = Pattern.compile("#[0-9a-f]{64}");

    private final MendingRule rule;

    private RowRule(MendingRule rule) {
        this.rule = rule;
    }

    /**
     * Of a rule for a feed's rows.
     *
     * @throws MendingFault when the feed does not read the column, or it holds personal numbers
     */
    static RowRule of(MendingRule rule, FeedDescriptor feed) {
        check(rule.column(), "column", feed);
        if (rule instanceof MendingRule.Copy copy) {
            check(copy.from(), "from", feed);
        }
        return new RowRule(rule);
    }

    private static void check(String column, String field, FeedDescriptor feed) {
        Set<String> personal = new HashSet<>();
        feed.personal().forEach(each -> personal.add(each.column()));
        if (personal.contains(column)) {
            throw new MendingFault(
                    field,
                    "列“%s”为证件号码，不能按规则修改".formatted(column),
                    "column \"%s\" holds personal numbers, which no rule changes".formatted(column));
        }
        if (!feed.columns().all().contains(column)) {
            String columns = String.join(", ", feed.columns().all());
            throw new MendingFault(
                    field,
                    "该来源不读取列“%s”，可选: %s".formatted(column, columns),
                    "the feed does not read column \"%s\"; it reads: %s".formatted(column, columns));
        }
    }

    String column() {
        return rule.column();
    }

    /** The row as the rule mends it, or null when it leaves the row as it is. */
    @Nullable
    Map<String, String> mended(Map<String, String> row) {
        String cell = row.getOrDefault(rule.column(), "");
        String source = rule instanceof MendingRule.Copy copy ? row.getOrDefault(copy.from(), "") : "";
        if (row.containsKey(Originals.TEXT) || isPersonal(cell) || isPersonal(source)) {
            return null;
        }
        String mended = rule.mended(cell, row);
        if (mended.equals(cell)) {
            return null;
        }
        Map<String, String> corrected = new LinkedHashMap<>(row);
        if (mended.isEmpty()) {
            corrected.remove(rule.column());
        } else {
            corrected.put(rule.column(), mended);
        }
        return corrected;
    }

    private static boolean isPersonal(String cell) {
        return PERSON.matcher(cell).find();
    }
}
