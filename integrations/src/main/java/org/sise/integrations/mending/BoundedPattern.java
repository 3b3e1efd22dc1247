package org.sise.integrations.mending;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of Java that cannot run away. Backtracking reads characters again and again; so the text counts
 * its reads and stops the match at a limit, and the cell then stays as it is. What could repeat without reading anything,
 * a count behind a group or of more than three digits, is refused when the pattern is made. This was chosen over a
 * second engine (RE2): no further library, the notation that people know, and any pattern that is harmless in practice
 * is let through, nested or not.
 */
public final class BoundedPattern {

    private static final int LONGEST = 200;
    private static final int LONGEST_CELL = 4_000;
    private static final int MOST_READS = 200_000;
    private static final Pattern COUNT_ON_GROUP = Pattern.compile("(?<!\\\\)[)}*+?]\\{");
    private static final Pattern LARGE_COUNT = Pattern.compile("\\{\\d*,?\\d{4,}");

    private final String text;
    private final Pattern pattern;
    private final int groups;

    private BoundedPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
        this.groups = pattern.matcher("").groupCount();
    }

    /**
     * Of an expression in Java's notation.
     *
     * @throws MendingFault that says why it cannot be used
     */
    public static BoundedPattern of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new MendingFault(
                    "from",
                    "正则表达式应为1至%d个字符".formatted(LONGEST),
                    "the expression must have 1 to %d characters".formatted(LONGEST));
        }
        if (COUNT_ON_GROUP.matcher(text).find() || LARGE_COUNT.matcher(text).find()) {
            throw new MendingFault(
                    "from",
                    "括号或量词后不能再写次数{n}，次数最多三位",
                    "a count {n} must not follow a group or a quantifier, and has three digits at most");
        }
        try {
            return new BoundedPattern(text, Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new MendingFault(
                    "from",
                    "正则表达式有误，第%d个字符附近".formatted(e.getIndex() + 1),
                    "not a regular expression, near character %d: %s".formatted(e.getIndex() + 1, e.getDescription()));
        }
    }

    /**
     * Checks a replacement for this expression.
     *
     * @throws MendingFault when it names a group that is not there
     */
    void check(String to) {
        for (int i = 0; i < to.length(); i++) {
            char c = to.charAt(i);
            char next = i + 1 < to.length() ? to.charAt(i + 1) : ' ';
            boolean group = c == '$' && next >= '0' && next <= '9' && next - '0' <= groups;
            boolean escaped = c == '\\' && (next == '$' || next == '\\');
            if ((c == '$' || c == '\\') && !group && !escaped) {
                throw new MendingFault(
                        "to",
                        "替换内容只能引用$1至$%d；美元符号写作\\$".formatted(groups),
                        "the replacement may name groups $1 to $%d; write \\$ for a dollar sign".formatted(groups));
            }
            i += escaped ? 1 : 0;
        }
    }

    /** The text with every match replaced; the text itself where the match would take too long. */
    String replaceAll(String cell, String to) {
        if (cell.length() > LONGEST_CELL) {
            return cell;
        }
        try {
            Matcher matcher = pattern.matcher(new CountedText(cell));
            return matcher.replaceAll(to);
        } catch (TooManyReads | StackOverflowError e) {
            return cell;
        }
    }

    /** The expression. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundedPattern that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static final class TooManyReads extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyReads() {
            super(null, null, false, false);
        }
    }

    /** A text that can be read so many times only. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int reads;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads > MOST_READS) {
                throw new TooManyReads();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
