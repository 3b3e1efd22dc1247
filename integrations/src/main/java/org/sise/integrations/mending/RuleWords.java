package org.sise.integrations.mending;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rules as words: {@code rule} is one of {@link #KINDS}, {@code column} the column; {@code from}, {@code to},
 * {@code spaces} and {@code only-empty} as the kind needs them.
 */
public final class RuleWords {

    /** The kinds of rules. */
    public static final Set<String> KINDS = Set.of("replace", "match", "normalise", "constant", "copy", "day");

    private static final int LONGEST = 2_000;

    private RuleWords() {}

    /**
     * The rule of these words.
     *
     * @throws MendingFault that names the word at fault
     */
    public static MendingRule read(Map<String, String> words) {
        String column = text(words, "column");
        if (column.isBlank()) {
            throw new MendingFault("column", "请选择要改的列", "choose the column that is to be mended");
        }
        String from = text(words, "from");
        String to = text(words, "to");
        boolean onlyEmpty = "true".equals(words.get("only-empty"));
        return switch (text(words, "rule")) {
            case "replace" -> new MendingRule.Replace(column, from, to);
            case "match" -> {
                BoundedPattern pattern = BoundedPattern.of(from);
                pattern.check(to);
                yield new MendingRule.Match(column, pattern, to);
            }
            case "normalise" -> new MendingRule.Normalise(column, spaces(text(words, "spaces")));
            case "constant" -> new MendingRule.Constant(column, to, onlyEmpty);
            case "copy" -> {
                if (from.isBlank() || from.equals(column)) {
                    throw new MendingFault("from", "请选择另一列", "choose another column");
                }
                yield new MendingRule.Copy(column, from, onlyEmpty);
            }
            case "day" -> new MendingRule.Day(column, from, form(from));
            default -> throw new MendingFault("rule", "请选择规则", "choose a rule, one of " + KINDS);
        };
    }

    /** The words of a rule. */
    public static Map<String, String> write(MendingRule rule) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("column", rule.column());
        switch (rule) {
            case MendingRule.Replace replace -> {
                words.put("rule", "replace");
                words.put("from", replace.from());
                words.put("to", replace.to());
            }
            case MendingRule.Match match -> {
                words.put("rule", "match");
                words.put("from", match.pattern().toString());
                words.put("to", match.to());
            }
            case MendingRule.Normalise normalise -> {
                words.put("rule", "normalise");
                words.put("spaces", normalise.spaces().name().toLowerCase(Locale.ROOT));
            }
            case MendingRule.Constant constant -> {
                words.put("rule", "constant");
                words.put("to", constant.to());
                words.put("only-empty", Boolean.toString(constant.onlyEmpty()));
            }
            case MendingRule.Copy copy -> {
                words.put("rule", "copy");
                words.put("from", copy.from());
                words.put("only-empty", Boolean.toString(copy.onlyEmpty()));
            }
            case MendingRule.Day day -> {
                words.put("rule", "day");
                words.put("from", day.form());
            }
        }
        return words;
    }

    private static MendingRule.Spaces spaces(String word) {
        return switch (word) {
            case "", "strip" -> MendingRule.Spaces.STRIP;
            case "collapse" -> MendingRule.Spaces.COLLAPSE;
            case "remove" -> MendingRule.Spaces.REMOVE;
            default -> throw new MendingFault("spaces", "应为strip、collapse或remove", "must be strip, collapse or remove");
        };
    }

    private static DateTimeFormatter form(String form) {
        try {
            if (!form.isBlank()) {
                return DateTimeFormatter.ofPattern(form.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
            }
        } catch (IllegalArgumentException e) {
            // told below, as an empty form is
        }
        throw new MendingFault(
                "from", "请写出日期的形式，如 yyyy年M月d日 或 d/M/yyyy", "write the form of the days, such as yyyy年M月d日 or d/M/yyyy");
    }

    private static String text(Map<String, String> words, String name) {
        String text = words.getOrDefault(name, "");
        if (text.length() > LONGEST) {
            throw new MendingFault(
                    name, "最多%d个字符".formatted(LONGEST), "must have %d characters at most".formatted(LONGEST));
        }
        return text;
    }
}
