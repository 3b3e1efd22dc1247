package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How quarantined rows look in a table that goes to a department and comes back mended. */
public final class SentBack {

    /** The column of a row's number, by which it is known when it comes back. */
    public static final String NUMBER = "隔离编号";

    /** The column of a row that could not be told into cells, as it stands. */
    public static final String TEXT = "整行原文";

    /** The columns that stand beside the department's own. */
    public static final List<String> COLUMNS = List.of(NUMBER, "隔离行号", "隔离列", "隔离原因", "隔离说明");

    /** The most characters that a cell of a workbook holds, by ECMA-376 as Excel limits it. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final String MASK = "#********";
    private static final Pattern PERSON = Pattern.compile("#[0-9a-f]{64}");

    private SentBack() {}

    /** A text with every key of a person made unreadable. */
    public static String masked(String text) {
        return PERSON.matcher(text).replaceAll(MASK);
    }

    /** A cell as it is shown: keys of persons masked, nothing in it that a workbook cannot hold. */
    public static String shown(String cell) {
        String masked = masked(cell);
        StringBuilder shown = new StringBuilder(Math.min(masked.length(), MOST_CHARACTERS));
        for (int i = 0; i < masked.length() && shown.length() < MOST_CHARACTERS; i++) {
            char c = masked.charAt(i);
            shown.append(c >= ' ' || c == '\n' || c == '\t' ? c : ' ');
        }
        return shown.toString();
    }

    /**
     * What a cell that came back means.
     *
     * @param kept the cell as it was kept
     * @param came the cell as it came
     * @return the new text; null when the cell was not changed, or hides keys that cannot be told apart any more
     */
    static @Nullable String changed(String kept, String came) {
        String plain = came.strip();
        if (plain.equals(shown(kept).strip()) || plain.equals("'" + shown(kept).strip())) {
            return null;
        }
        if (!plain.contains(MASK)) {
            return plain;
        }
        List<String> keys = new ArrayList<>();
        Matcher person = PERSON.matcher(kept);
        while (person.find()) {
            keys.add(person.group());
        }
        String[] between = plain.split(Pattern.quote(MASK), -1);
        if (between.length != keys.size() + 1) {
            return null;
        }
        StringBuilder changed = new StringBuilder(between[0]);
        for (int i = 0; i < keys.size(); i++) {
            changed.append(keys.get(i)).append(between[i + 1]);
        }
        return changed.toString();
    }
}
